"""Files that change while they are open: the ledger, and the predictions."""

import hashlib
import os
import random
import shutil
import subprocess
from pathlib import Path

from .. import ledger
from ..checking import check, run
from ..data import predictions
from ..sitting import SAVED, SILENT, Sitting, prepare
from ..trial import Context, Outcome


def ledger_changes(context: Context) -> Outcome:
    """the ledger is replaced, cut, deleted, taken over by git or by a folder while it is open"""
    trials = [(how, then) for how in CHANGES for then in ("judged on", "left at once")]
    return context.trials(_ledger_changes, trials * (20 if context.is_long else 1))


def _put(path: Path, data: bytes) -> None:
    """As editors and git do: beside it and renamed."""
    beside = path.with_name(".new")
    beside.write_bytes(data)
    beside.rename(path)


def _with_git(path: Path, data: bytes) -> None:
    for words in ("init -q -b one", f"add {path.name}", "commit -qm one", "checkout -q -b none",
                  f"rm -q {path.name}", "commit -qm none", "checkout -q one"):
        subprocess.run(["git", "-C", path.parent, "-c", "user.name=a", "-c", "user.email=a@b",
                        *words.split()], check=True, capture_output=True)


def _append(path: Path, data: bytes) -> None:
    """A line of another writer, whose screen was open as well."""
    line = data.split(b"\n")[0]
    found = ledger.event(line)
    other = line.replace(found["writer"].encode(), b"zzzzzz").replace(found["id"].encode(), b"0" * 26)
    with path.open("ab") as file:
        file.write(other + b"\n")


# How the ledger changes; what was saved must be there afterwards all the same.
CHANGES = {
    "copied over": _put,
    "written again in place": lambda path, data: path.write_bytes(data),
    "grown by another": _append,
    "with a torn line more": lambda path, data: _put(path, data + data[:99]),
    "without a line end": lambda path, data: _put(path, data.rstrip(b"\n")),
    "renamed": lambda path, data: path.rename(path.with_name("old.jsonl")),
    "away and back by git": _with_git,
    "emptied": lambda path, data: os.truncate(path, 0),
    "cut in a line": lambda path, data: os.truncate(path, len(data) // 2),
    "deleted": lambda path, data: path.unlink(),
    "deleted with its folder": lambda path, data: shutil.rmtree(path.parent),
    "now a folder": lambda path, data: (path.unlink(), path.mkdir()),
    "now a pipe": lambda path, data: (path.unlink(), os.mkfifo(path)),
    "now a link to nowhere": lambda path, data: (path.unlink(), path.symlink_to("no/where")),
    "now a link to itself": lambda path, data: (path.unlink(), path.symlink_to(path)),
}


def _ledger_changes(context: Context, folder: Path, trial: tuple, outcome: Outcome) -> None:
    how, then = trial
    prepare(folder)
    path = folder / "ledger/ada.jsonl"
    with Sitting(context.program, folder) as sitting:
        sitting.judge_several(3)
        outcome.expect(all(one.state == SAVED for one in sitting.judgements), "not saved before")
        CHANGES[how](path, path.read_bytes())
        if then == "judged on":
            sitting.judge_several(3)
        outcome.expect(all(one.state != SILENT for one in sitting.judgements),
                       f"nothing is said: {sitting.header}")
        outcome.expect(sitting.leave() == 0, f"ended with {sitting.status}")
        outcome.expect(sitting.is_restored(), "the terminal is not as before")
        rescued = list(folder.rglob("*.rescue-*"))
        farewell = "".join(sitting.screen.text().split())
        outcome.expect(all(one.name in farewell for one in rescued), f"leaving names no rescue file: {farewell}")
    if path.is_dir():
        path.rmdir()
    elif path.is_symlink() or path.is_fifo():
        path.unlink()
    outcome.wrongs += check(context.program, folder, sitting.judgements, outcome.tally, writers=4)


def input_changes(context: Context) -> Outcome:
    """the predictions are cut, emptied, grown, replaced or deleted while they are looked at"""
    kinds = ["emptied", "cut", "grown", "replaced by fewer", "replaced in place", "deleted", "scrambled"]
    names = ["run.jsonl", "run.csv", "run.json"]
    return context.trials(_input_changes, [
        (kind, name) for place, kind in enumerate(kinds)
        for name in (names if context.is_long else [names[place % 3]])])


def _input_changes(context: Context, folder: Path, trial: tuple, outcome: Outcome) -> None:
    kind, name = trial
    (folder / "ledger").mkdir()
    path = folder / name
    path.write_text(_written_as(name, 30_000))
    data = path.read_bytes()
    with Sitting(context.program, folder, arguments=(name,)) as sitting:
        sitting.judge("x")
        chance = random.Random(context.seed)
        match kind:
            case "emptied": os.truncate(path, 0)
            case "cut": os.truncate(path, len(data) // 3)
            case "grown": path.open("a").write(_written_as(name, 100))
            case "replaced by fewer": _put(path, _written_as(name, 10).encode())
            case "replaced in place": path.write_text(_written_as(name, 20_000, first=40_000))
            case "deleted": path.unlink()
            case "scrambled": path.write_bytes(chance.randbytes(len(data)))
        for key in "jjGgGrrddDD/Question<nN\tjjsj  kkKJ":
            sitting.press("\r" if key == "<" else key)
            sitting.pause(0.02)
            if key in "sD":
                sitting.press("\x1b")
                sitting.pause(0.04)
        for _ in range(5):
            sitting.press("x")
            sitting.pause(0.02)
            sitting.press("G" if sitting.selected() else "g")
        sitting.settle(0.1)
        outcome.expect(not sitting.has_ended(), f"ended with {sitting.status}: {sitting.screen.text()}")
        sitting.close_all_and_leave()
        outcome.expect(sitting.wait_for_end(5) == 0, f"ended with {sitting.status}: {sitting.screen.text()}")
        outcome.expect(sitting.is_restored(), "the terminal is not as before")
    contents = ledger.read(folder)
    outcome.expect(contents.damaged == 0 and contents.repeated() == 0, "damage in the ledger")
    for event in contents.events:
        number = event["item"]["key"].removeprefix("case-")
        text = f"Question {number}?\0Answer {number}."
        outcome.expect(
            event["event"] != "review"
            or event["item"]["content"] == "sha256:" + hashlib.sha256(text.encode()).hexdigest(),
            f"a review of {event['item']['key']} is about what it never was")
    outcome.tally["reviews"] += len(contents.events)


def _written_as(name: str, count: int, first: int = 1) -> str:
    rows = predictions(count, first)
    if name.endswith(".json"):
        return "[" + rows.strip().replace("\n", ",") + "]"
    if name.endswith(".csv"):
        return "id,input,output,target,confidence\n" + "".join(
            f"case-{number},Question {number}?,Answer {number}.,Answer.,0.{number:06}\n"
            for number in range(first, first + count))
    return rows
