"""Writes that did not come to their end: every prefix of the last line, and sectors of zeros."""

import json
import random
from pathlib import Path

from .. import ledger
from ..checking import reviewed, run, verification
from ..sitting import prepare
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
