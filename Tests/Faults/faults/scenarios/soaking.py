"""Random keys over hostile predictions, for long: in a pseudo-terminal, and without one."""

import random
from pathlib import Path

from .. import ledger
from ..checking import run, verification
from ..data import write_hostile
from ..sitting import Sitting, prepare
from ..trial import Context, Outcome

# What the keyboard has; leaving and stopping are pressed apart.
KEYS = list("jkgGJKnNowiOWIuUxt123clz/f&FsdraDyvPSeh?b ") + [
    "\t", "\r", "\x1b", "\x7f", "\x04", "\x15", "\x0c", "\x13", "\x1b[A", "\x1b[B", "\x1b[6~", "\x1b[5~", "\x1b[Z",
    "\x1b[200~pasted\x1b[31m\x1b[201~", "ä", "不", "\x00", "\x1b[999;999R", "\x1bOP", "\x9b2J"]
NAMES = list("jkgGJKnNowiOWIuUxt123clz/fsdraDvPh?b") + ["<Space>", "<Tab>", "<Enter>", "<Esc>", "<C-d>", "<C-u>"]


def soak(context: Context) -> Outcome:
    """random keys over hostile predictions: no crash, memory stays, the ledger is what was echoed"""
    outcome = context.trials(_on_screen, range(16 if context.is_long else 2))
    outcome.add(context.trials(_without_screen, range(64 if context.is_long else 4)))
    return outcome


def _memory(process: int) -> int:
    """Resident KiB."""
    try:
        words = Path(f"/proc/{process}/status").read_text().split("VmRSS:")[1].split()
    except (OSError, IndexError):
        return 0
    return int(words[0])


def _on_screen(context: Context, folder: Path, number: int, outcome: Outcome) -> None:
    chance = random.Random(context.seed * 1_000 + number)
    prepare(folder)
    write_hostile(folder / "run.jsonl", 300, chance)
    count = 20_000 if context.is_long else 600
    with Sitting(context.program, folder, columns=chance.choice([60, 100, 160]), rows=chance.choice([14, 24, 50]),
                 begins=False) as sitting:
        sitting.wait(lambda: "spotcheck" in sitting.screen.text())
        first = 0
        for place in range(count):
            sitting.press(chance.choice(KEYS))
            sitting.pause(chance.choice([0, 0.001, 0.01, 0.25 if place % 40 == 0 else 0.002]))
            if sitting.has_ended():
                break
            if place == count // 3:
                first = _memory(sitting.process)
        last = _memory(sitting.process)
        outcome.tally["keys"] += count
        outcome.expect(not sitting.has_ended(), f"ended with {sitting.status} after key {place}: {bytes(sitting.sent[-2000:])!r}")
        outcome.expect(last < first * 1.25 + 8_000, f"memory went from {first} to {last} KiB")
        outcome.tally["KiB more"] += max(0, last - first)
        _judges_still(sitting, outcome)
        sitting.close_all_and_leave()
        outcome.expect(sitting.wait_for_end(5) == 0, f"cannot be left: {sitting.screen.text()}")
        outcome.expect(sitting.is_restored(), "the terminal is not as before")
    _ledger_is_whole(context, folder, outcome)


def _judges_still(sitting: Sitting, outcome: Outcome) -> None:
    """At the end everything that was judged is on disk, which the sign says."""
    for _ in range(4):
        sitting.press("\x1b")
        sitting.pause(0.06)
    outcome.expect(sitting.wait(lambda: "saving" not in sitting.header, 5), f"still saving: {sitting.header}")
    outcome.expect("NOT SAVED" not in sitting.header and "rescue" not in sitting.header, sitting.header)


def _ledger_is_whole(context: Context, folder: Path, outcome: Outcome) -> None:
    contents = ledger.read(folder)
    outcome.tally["events"] += len(contents.events)
    outcome.expect(contents.damaged == 0, f"{contents.damaged} damaged lines")
    outcome.expect(contents.repeated() == 0 and contents.broken_links() == 0, "lines twice, or unlinked")
    if contents.files:
        found = verification(context.program, folder, *contents.files)
        outcome.expect(found["intact"], f"verify finds {found['findings']}")
        events = sum(file["events"] for file in found["files"])
        outcome.expect(events == len(contents.events), f"{events} events are read of {len(contents.events)}")
    for words in (["report", "run.jsonl"], ["export", "--all", "run.jsonl"], ["fields", "run.jsonl"]):
        answer = run(context.program, folder, *words)
        outcome.expect(answer.returncode == 0, f"{words[0]} ends with {answer.returncode}: {answer.stderr[-500:]}")


def _without_screen(context: Context, folder: Path, number: int, outcome: Outcome) -> None:
    chance = random.Random(context.seed * 1_000 + 500 + number)
    prepare(folder)
    write_hostile(folder / "run.jsonl", 200, chance)
    count = 3_000 if context.is_long else 400
    keys = "".join(chance.choice(NAMES) for _ in range(count))
    size = f"{chance.randint(1, 200)}x{chance.randint(1, 60)}"
    answer = run(context.program, folder, "replay", "--ledger", "ledger/ada.jsonl", "--size", size,
                 "--keys", keys, "run.jsonl")
    outcome.tally["keys"] += count
    outcome.expect(answer.returncode == 0, f"{size} {keys} ends with {answer.returncode}: {answer.stderr[-800:]}")
    _ledger_is_whole(context, folder, outcome)
