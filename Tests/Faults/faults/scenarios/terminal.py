"""The terminal: given back as it was in every way out, whatever its size, name and temper."""

import os
import random
import signal
import time
from pathlib import Path

from ..checking import check
from ..sitting import Sitting, prepare
from ..trial import Context, Outcome

SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT", "SIGABRT", "SIGSEGV", "SIGBUS", "SIGILL", "SIGFPE", "SIGTRAP")
MANNERLY = ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT")


def ways_out(context: Context) -> Outcome:
    """q, every signal, a crash, a stop and a hang-up: the terminal is as before, nothing is lost"""
    trials = ["q", "qq", "Ctrl-C", *SIGNALS, *JOBS, "hung up", "hung up while drawing", "not read", "read slowly"]
    return context.trials(_way_out, trials)


LEAVING = b"\x1b[?1049l"
# What has ended already cannot be brought to the front, but be waited for.
FRONT = "fg; status=$?; [ $status -ne 1 ] || { wait $job; status=$?; }; exit $status"
# A shell with jobs around the program: what it does while the program is stopped.
JOBS = {
    "stopped": "fg; fg; fg",
    "stopped and ended": f"job=$(jobs -p %1); kill -TERM %1; {FRONT}",
    "stopped and hung up": f"job=$(jobs -p %1); kill -HUP %1; {FRONT}",
    "stopped and killed": f"job=$(jobs -p %1); kill -KILL %1; {FRONT}",
}


def _way_out(context: Context, folder: Path, how: str, outcome: Outcome) -> None:
    prepare(folder, 3_000)
    wrapper = ("bash", "-c", f'set -m; "$@"; {JOBS[how]}', "bash") if how in JOBS else ()
    with Sitting(context.program, folder, wrapper=wrapper) as sitting:
        sitting.judge_several(2)
        if how in SIGNALS:
            _by_signal(sitting, how, outcome)
        else:
            WAYS.get(how, _by_key)(sitting, how, outcome)
        if not sitting.has_ended():
            sitting.leave()
        outcome.expect(sitting.has_ended(), "does not end")
        if sitting.is_open:
            outcome.expect(sitting.is_restored(), "the terminal is not as before")
            outcome.expect("Question" not in sitting.screen.text(), "text of a prediction is left behind")
        outcome.wrongs += check(context.program, folder, sitting.judgements, outcome.tally)


def _by_key(sitting: Sitting, keys: str, outcome: Outcome) -> None:
    sitting.press({"Ctrl-C": "\x03"}.get(keys, keys))
    sitting.wait(sitting.has_ended, 2)
    if not sitting.has_ended():
        sitting.press("q")
    outcome.expect(sitting.wait_for_end(5) in (0, 130), f"ended with {sitting.status}: {sitting.screen.text()}")


def _by_signal(sitting: Sitting, name: str, outcome: Outcome) -> None:
    number = getattr(signal, name)
    sitting.press("x")
    os.kill(sitting.process, number)
    status = sitting.wait_for_end(10)
    wanted = (128 + (signal.SIGTERM if name == "SIGQUIT" else number),) if name in MANNERLY else (-number,)
    outcome.expect(status in wanted, f"ended with {status}, not {wanted[0]}")


def _stopped(sitting: Sitting, how: str, outcome: Outcome) -> None:
    for columns in (100, 60, 130):
        before = sitting.sent.count(LEAVING)
        sitting.press("\x1a")
        if how != "stopped":
            status = sitting.wait_for_end(5)
            number = {"stopped and ended": 15, "stopped and hung up": 1, "stopped and killed": 9}[how]
            outcome.expect(status == 128 + number, f"ended with {status}, not {128 + number}")
            return
        left = sitting.wait(lambda: sitting.sent.count(LEAVING) > before, 5)
        outcome.expect(left, "leaves no screen to the shell")
        sitting.resize(columns, 30)
        outcome.expect(sitting.wait(lambda: sitting.screen.is_alternate and "spotcheck" in sitting.header, 5),
                       "draws nothing when continued")
    sitting.resize(120, 24)
    sitting.wait(lambda: len(sitting.header) > 100, 5)
    sitting.settle()
    outcome.expect(sitting.judge("u").is_acknowledged, "judges nothing when continued")


def _hung_up(sitting: Sitting, how: str, outcome: Outcome) -> None:
    if how == "hung up while drawing":
        sitting.press("jGgjGgjGgjGg" * 20)
    os.close(sitting.master)
    os.close(sitting.slave)
    sitting.is_open = False
    sitting.slave = os.open("/dev/null", os.O_RDONLY)
    end = time.monotonic() + 10
    while not sitting.has_ended() and time.monotonic() < end:
        time.sleep(0.01)
    outcome.expect(sitting.status == 128 + signal.SIGHUP, f"ended with {sitting.status}")


def _not_read(sitting: Sitting, how: str, outcome: Outcome) -> None:
    """Nobody reads what is drawn: not even keys are taken then, but a wish to end it is in the end."""
    sitting.press("jGgjGgjGgjGg" * 40)
    time.sleep(0.5)
    for _ in range(3):
        os.kill(sitting.process, signal.SIGTERM)
        time.sleep(0.1)
    end = time.monotonic() + 5
    while not sitting.has_ended() and time.monotonic() < end:
        time.sleep(0.01)
    outcome.expect(sitting.has_ended(), "cannot be ended while nobody reads")
    sitting.settle()


def _read_slowly(sitting: Sitting, how: str, outcome: Outcome) -> None:
    sitting.press("jGgjGg" * 4)
    sitting.press("q")
    end = time.monotonic() + 30
    while not sitting.has_ended() and time.monotonic() < end:
        data = b""
        try:
            data = os.read(sitting.master, 512)
        except OSError:
            time.sleep(0.01)
        sitting.sent += data
        sitting.screen.feed(data)
        time.sleep(0.002)
        if "leave" in sitting.screen.text():
            sitting.press("q")
    sitting.settle()
    outcome.expect(sitting.status == 0, f"ended with {sitting.status}: {sitting.screen.text()}")


WAYS = {**dict.fromkeys(JOBS, _stopped), "hung up": _hung_up, "hung up while drawing": _hung_up, "not read": _not_read, "read slowly": _read_slowly}


def resizes(context: Context) -> Outcome:
    """a storm of sizes from 1x1 to 300x100 while keys are pressed"""
    return context.trials(_resizes, range(20 if context.is_long else 3))


def _resizes(context: Context, folder: Path, number: int, outcome: Outcome) -> None:
    chance = random.Random(context.seed + number)
    prepare(folder, 300)
    with Sitting(context.program, folder) as sitting:
        for _ in range(1_000 if context.is_long else 200):
            sitting.resize(chance.choice([1, 2, 39, 40, 80, chance.randint(1, 300)]),
                           chance.choice([1, 2, 11, 12, 24, chance.randint(1, 100)]))
            sitting.press(chance.choice(["", "", "j", "\t", "\r", "?", "\x1b", "D", "r", "x"]))
            sitting.pause(chance.choice([0, 0, 0.001, 0.005]))
            outcome.tally["sizes"] += 1
        sitting.resize(120, 24)
        for _ in range(3):
            sitting.press("\x1b")
            sitting.pause(0.06)
        outcome.expect(sitting.wait(lambda: "spotcheck" in sitting.header and "o ok" in sitting.screen.text(), 5),
                       f"the screen is not filled afterwards: {sitting.status} {sitting.screen.text()}")
        sitting.leave()
        outcome.expect(sitting.status == 0, f"ended with {sitting.status}")
        outcome.expect(sitting.is_restored(), "the terminal is not as before")
        outcome.wrongs += check(context.program, folder, [], outcome.tally, writers=10_000)


def terminals(context: Context) -> Outcome:
    """terminals by other names and languages: they work or are refused with a sentence"""
    trials = [{"TERM": name} for name in (None, "", "dumb", "no-such", "vt100", "vt52", "linux", "xterm",
                                          "screen-256color", "tmux-256color", "ansi", "unknown")]
    trials += [{"LC_ALL": name, "LANG": name} for name in (None, "C", "POSIX", "de_DE.UTF-8", "xx_YY.UTF-8", "")]
    trials += [{"HOME": None, "XDG_STATE_HOME": None, "XDG_CACHE_HOME": None}, {"NO_COLOR": "1"}, {"COLUMNS": "7", "LINES": "3"}]
    return context.trials(_terminal, trials)


def _terminal(context: Context, folder: Path, changes: dict, outcome: Outcome) -> None:
    prepare(folder)
    with Sitting(context.program, folder, begins=False, **changes) as sitting:
        sitting.wait(lambda: "any key begins" in sitting.screen.text(), 3)
        if sitting.has_ended():
            outcome.tally["refused"] += 1
            outcome.expect(sitting.status == 1 and "TERM" in sitting.screen.text(),
                           f"ended with {sitting.status}: {sitting.screen.text().strip()}")
        else:
            outcome.tally["works"] += 1
            sitting.press(" ")
            sitting.pause(0.1)
            sitting.press("x")
            sitting.pause(0.2)
            outcome.expect(sitting.leave() == 0, f"ended with {sitting.status}: {sitting.screen.text().strip()}")
            lines = (folder / "ledger/ada.jsonl").read_bytes().count(b"\n") if (folder / "ledger/ada.jsonl").exists() else 0
            outcome.expect(lines == 1, f"{lines} reviews were saved")
        outcome.expect(sitting.is_restored(), "the terminal is not as before")
