"""Writes that did not come to their end: every prefix of the last line, and sectors of zeros."""

import json
import random
from pathlib import Path

from .. import ledger, tracing
from ..checking import check, reviewed, run, verification
from ..sitting import Sitting, prepare
from ..trial import Context, Outcome

SECTOR = 512


def torn_tails(context: Context) -> Outcome:
    """the last write torn at every byte or with sectors of zeros: what is whole is read, the next line too"""
    return context.trials(_torn_tails, range(30 if context.is_long else 1))


def _torn_tails(context: Context, folder: Path, number: int, outcome: Outcome) -> None:
    chance = random.Random(context.seed + number)
    prepare(folder)
    run(context.program, folder, "replay", "--ledger", "ledger/ada.jsonl", "--keys",
        "xjujojwjcwhy so\u00e9<C-s>jxjU1<Enter>jx", "run.jsonl")
    whole = (folder / "ledger/ada.jsonl").read_bytes()
    variants = list(_variants(whole, chance))
    for place, (_, data) in enumerate(variants):
        (folder / f"torn-{place}.jsonl").write_bytes(data)
    # One process for all of them: events are counted file by file.
    names = [f"torn-{place}.jsonl" for place in range(len(variants))]
    for file in verification(context.program, folder, *names)["files"]:
        kind, data = variants[int(file["path"].split("-")[1].split(".")[0])]
        readable = [line for line in ledger.lines(data) if line.event]
        outcome.tally[kind] += 1
        outcome.expect(file["events"] == len(readable),
                       f"{kind}, {len(data)} bytes: {file['events']} events of {len(readable)}")
    few = variants if context.is_long and number == 0 else chance.sample(variants, 40)
    for kind, data in few:
        _goes_on(context, folder, kind, data, outcome)


def _variants(whole: bytes, chance: random.Random):
    last = whole.rstrip(b"\n").rfind(b"\n") + 1
    for end in range(last, len(whole) + 1):
        yield "every prefix", whole[:end]
    tail = whole.rstrip(b"\n").rfind(b"\n", 0, last - 1) + 1
    for start in range(tail // SECTOR * SECTOR, len(whole), SECTOR):
        yield "a sector of zeros", whole[:start] + bytes(min(SECTOR, len(whole) - start)) + whole[start + SECTOR :]
        yield "zeros to the end", whole[:start] + bytes(len(whole) - start)
        yield "old bytes to the end", whole[:start] + whole[start - 300 : start - 300 + len(whole) - start]
    for _ in range(20):
        yield "some end and zeros", whole[: chance.randrange(last, len(whole))] + bytes(chance.choice([1, 7, 4096]))
        yield "some end and anything", whole[: chance.randrange(last, len(whole))] + chance.randbytes(chance.randrange(1, 99))


def _goes_on(context: Context, folder: Path, kind: str, data: bytes, outcome: Outcome) -> None:
    """What the screen reads is what is whole, and the next review is a line of its own."""
    path = folder / "ledger/ada.jsonl"
    path.write_bytes(data)
    before = ledger.read(folder).events
    subjects = {event["item"]["key"] for event in before if event["event"] == "review"}
    found = reviewed(context.program, folder)
    outcome.expect(found == subjects, f"{kind}, {len(data)} bytes: reads {sorted(found ^ subjects)} otherwise")
    answer = run(context.program, folder, "replay", "--ledger", "ledger/ada.jsonl", "--keys", "Gx", "run.jsonl")
    outcome.expect("saved ✓" in answer.stdout, f"the next one is not saved: {answer.stdout.splitlines()[:1]} {answer.stderr}")
    after = ledger.read(folder)
    outcome.expect(len(after.events) == len(before) + 1, f"{kind}, {len(data)} bytes: the next line is not readable")
    outcome.expect(path.read_bytes().startswith(data), "what was there was changed")
    outcome.tally["continued"] += 1


def unsynced(context: Context) -> Outcome:
    """never two writes that the disk may reorder: each is synchronised before the next, the new file's folder too"""
    if why := tracing.why_not():
        return Outcome(skipped=why)
    return context.trials(_unsynced, ["one by one", "at once", "removed"] * (20 if context.is_long else 1))


def _unsynced(context: Context, folder: Path, how: str, outcome: Outcome) -> None:
    """What a crash can leave is then the last write torn, which the scenario before this one covers."""
    prepare(folder)
    log = folder / "calls"
    calls = "openat,write,pwrite64,writev,ftruncate,rename,fsync,fdatasync,close"
    with Sitting(context.program, folder,
                 wrapper=tracing.wrapper(folder, calls, log=str(log), with_folder=True)) as sitting:
        if how == "at once":
            sitting.press("xj" * 12)
            sitting.wait(lambda: "case-29 · saved" in sitting.header)
        if how == "removed":
            # A new file may get the very place on the disk that the one before it had.
            for _ in range(4):
                sitting.judge_several(1)
                (folder / "ledger/ada.jsonl").unlink()
        sitting.judge_several(2)
        outcome.expect(all(one.is_acknowledged for one in sitting.judgements), "not everything is saved")
        sitting.leave()
        outcome.wrongs += check(context.program, folder, sitting.judgements, outcome.tally,
                                writers=12 if how == "at once" else 0)
    opened: dict[str, str] = {}
    waiting: set[str] = set()
    created = unanchored = 0
    for name, arguments, result in tracing.finished(log):
        descriptor = arguments.split(",")[0]
        if name == "openat" and result < 0:
            continue
        if name == "openat":
            opened[str(result)] = arguments.split('"')[1]
            if "O_CREAT" in arguments:
                created += 1
                unanchored += 1
        elif name == "write":
            outcome.expect(descriptor not in waiting, "a second write before the first is on the disk")
            waiting.add(descriptor)
            outcome.tally["writes"] += 1
            outcome.expect(unanchored < 2, "a file is written before the folder of an earlier one is on the disk")
        elif name == "fsync" and result == 0:
            if opened.get(descriptor) == "ledger":
                unanchored = 0
            waiting.discard(descriptor)
            outcome.tally["synchronised"] += 1
        else:
            outcome.expect(name == "close", f"the ledger is changed by {name}")
    outcome.expect(not waiting, "the last write was never synchronised")
    outcome.expect(created > 0 and unanchored == 0, "the folder of a new file was never synchronised")
