"""Somebody changes a ledger: `ledger verify` has to say so."""

import json
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from .. import ledger
from ..checking import run
from ..sitting import prepare
from ..trial import Context, Outcome


def tampering(context: Context) -> Outcome:
    """every kind of change at every place of a ledger of three writers is found by `ledger verify`"""
    with tempfile.TemporaryDirectory() as name:
        data, heads, other = _ledger_of_three(context, Path(name))
    chance = random.Random(context.seed)
    mutants = list(_mutants(data, other, chance))
    if not context.is_long:
        # Every kind of change, not at every place.
        by_kind: dict[str, list] = {}
        for mutant in mutants:
            by_kind.setdefault(mutant[0], []).append(mutant)
        mutants = [mutant for kind in by_kind.values()
                   for mutant in chance.sample(kind, min(12, len(kind)))]
    return context.trials(_tampered, [
        (kind, where, hidden, changed, heads, data) for kind, where, hidden, changed in mutants] + [
        ("untouched", 0, False, data, heads, data)])


def _ledger_of_three(context: Context, folder: Path) -> tuple[bytes, tuple, bytes]:
    """A ledger in which three took turns, its heads, and one line of another ledger."""
    prepare(folder)
    for turn in range(2):
        for reviewer in ("ada", "lin", "bo"):
            run(context.program, folder, "replay", "--ledger", "ledger/ada.jsonl", "--reviewer", reviewer,
                "--keys", "j" * turn + "xjujojwj", "run.jsonl")
    run(context.program, folder, "replay", "--ledger", "other.jsonl", "--keys", "xjujx", "run.jsonl")
    found = json.loads(run(context.program, folder, "ledger", "verify", "--format", "json", "ledger/ada.jsonl").stdout)
    return ((folder / "ledger/ada.jsonl").read_bytes(), tuple(head["head"] for head in found["heads"]),
            (folder / "other.jsonl").read_bytes().splitlines()[1])


def _mutants(data: bytes, other: bytes, chance: random.Random) -> Iterator[tuple]:
    """(kind, place, whether only an exported head can tell, the changed ledger)"""
    lines = data.splitlines(keepends=True)
    writers = [json.loads(line)["writer"] for line in lines]
    newest = {writer: place for place, writer in enumerate(writers)}
    last = set(newest.values())
    # A line that somebody else's line names is covered by that one.
    named = {json.loads(line).get("prev") for line in lines}
    covered = ["sha256:" + __import__("hashlib").sha256(line.rstrip(b"\n")).hexdigest() in named for line in lines]

    def joined(changed: list[bytes]) -> bytes:
        return b"".join(changed)

    place = 0
    for number, line in enumerate(lines):
        hidden = number in last and not covered[number]
        for offset in range(len(line)):
            byte = line[offset] ^ (1 << chance.randrange(8))
            changed = line[:offset] + bytes([byte]) + line[offset + 1 :]
            yield "a bit flipped", place + offset, hidden, joined(lines[:number] + [changed] + lines[number + 1 :])
        place += len(line)
        rest = lines[:number] + lines[number + 1 :]
        yield "a line deleted", number, hidden, joined(rest)
        yield "a line twice", number, False, joined(lines[: number + 1] + lines[number:])
        yield "a line twice, at the end", number, False, joined(lines + [line])
        yield "a line of another ledger", number, hidden, joined(lines[:number] + [other + b"\n"] + lines[number:])
        yield "a line of another ledger instead", number, hidden, joined(
            lines[:number] + [other + b"\n"] + lines[number + 1 :])
        yield "a line cut", number, hidden, joined(lines[:number] + [line[: len(line) // 2] + b"\n"] + lines[number + 1 :])
        yield "a line with CR", number, hidden, joined(lines[:number] + [line[:-1] + b"\r\n"] + lines[number + 1 :])
        yield "a line written anew", number, hidden, joined(
            lines[:number] + [json.dumps(json.loads(line)).encode() + b"\n"] + lines[number + 1 :])
        verdict = line.replace(b'"badTarget":true', b'"badTarget":false').replace(
            b'"verdict":"wrong"', b'"verdict":"ok"').replace(b'"severity":2', b'"severity":1').replace(
            b'"verdict":"ok"', b'"verdict":"unsure"', 1)
        if verdict != line:
            yield "a verdict changed", number, hidden, joined(lines[:number] + [verdict] + lines[number + 1 :])
        for later in range(number + 1, len(lines)):
            if writers[later] == writers[number]:
                swapped = list(lines)
                swapped[number], swapped[later] = lines[later], lines[number]
                yield "two lines of a writer swapped", number, False, joined(swapped)
        if number:
            yield "the end cut off", number, True, joined(lines[:number])
            yield "the beginning cut off", number, False, joined(lines[number:])


def _tampered(context: Context, folder: Path, trial: tuple, outcome: Outcome) -> None:
    kind, where, hidden, changed, heads, original = trial
    (folder / "x.jsonl").write_bytes(changed)
    alone = run(context.program, folder, "ledger", "verify", "x.jsonl")
    expecting = [word for head in heads for word in ("--expect-head", head)]
    with_heads = run(context.program, folder, "ledger", "verify", *expecting, "x.jsonl")
    if kind == "untouched":
        outcome.expect(alone.returncode == 0 and with_heads.returncode == 0, "an intact ledger is not intact")
        return
    outcome.tally[kind] += 1
    outcome.expect(alone.returncode in (0, 1) and with_heads.returncode in (0, 1),
                   f"ended with {alone.returncode}: {alone.stderr}")
    # Blanks at the end of a line, or none behind the last one, change nothing that anybody reads.
    is_harmless = [line.event for line in ledger.lines(changed)] == [line.event for line in ledger.lines(original)]
    outcome.expect(with_heads.returncode == 1 or is_harmless, f"{kind} at {where} passes though heads are named")
    if alone.returncode == 0:
        outcome.tally["found by the head alone"] += 1
        outcome.expect(hidden or is_harmless, f"{kind} at {where} passes")
