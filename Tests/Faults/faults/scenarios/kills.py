"""Killed at every system call of a sitting that touches the ledger, and killed at any time."""

import os
import random
import signal
import tempfile
from pathlib import Path

from .. import tracing
from ..checking import check
from ..sitting import Sitting, prepare
from ..trial import Context, Outcome

CALLS = ("openat", "flock", "write", "fsync", "close")
MORE_CALLS = ("pread64", "fstat", "newfstatat", "getdents64")


def kill_at_calls(context: Context) -> Outcome:
    """kill -9 at the Nth call of each kind, for all N until none is left"""
    if why := tracing.why_not():
        return Outcome(skipped=why)
    calls = CALLS + MORE_CALLS if context.is_long else CALLS
    judgements = 50 if context.is_long else 3
    with tempfile.TemporaryDirectory() as name:
        folder = prepare(Path(name), 60)
        log = folder / "calls"
        with Sitting(context.program, folder, wrapper=tracing.wrapper(
                folder, ",".join(calls), log=str(log), with_folder=True)) as sitting:
            sitting.judge_several(judgements)
            sitting.leave()
        counts = tracing.counted(log)
    # A few more than there were: the last of them must find nothing to stop.
    trials = [(call, number, judgements) for call in calls for number in range(1, counts[call] + 3)]
    outcome = context.trials(_kill_at_call, trials)
    outcome.expect(outcome.tally["not reached"] > 0, "there are calls that were never stopped")
    return outcome


def _kill_at_call(context: Context, folder: Path, trial: tuple, outcome: Outcome) -> None:
    call, number, judgements = trial
    prepare(folder, 60)
    with Sitting(context.program, folder, wrapper=tracing.wrapper(
            folder, call, f"signal=KILL:when={number}", with_folder=True)) as sitting:
        sitting.judge_several(judgements)
        if sitting.has_ended():
            outcome.tally["killed"] += 1
        else:
            outcome.tally["not reached"] += 1
            sitting.leave()
        outcome.wrongs += check(context.program, folder, sitting.judgements, outcome.tally)
    _goes_on(context, folder, outcome)


def _goes_on(context: Context, folder: Path, outcome: Outcome) -> None:
    """The next sitting can judge."""
    with Sitting(context.program, folder) as sitting:
        sitting.press("G")
        sitting.wait(lambda: sitting.selected() == "case-1", 5)
        outcome.expect(sitting.judge("x").state == "saved", f"the next sitting cannot save: {sitting.screen.text()}")


def kill_at_times(context: Context) -> Outcome:
    """kill -9 at random times, while judging as fast as the screen answers"""
    chance = random.Random(context.seed)
    count = 10_000 if context.is_long else 20
    # A judgement takes some 40 ms, so that later times are much like these.
    return context.trials(_kill_at_time, [round(chance.uniform(0.005, 0.3), 4) for _ in range(count)])


def _kill_at_time(context: Context, folder: Path, seconds: float, outcome: Outcome) -> None:
    prepare(folder, 200)
    with Sitting(context.program, folder) as sitting:
        signal.signal(signal.SIGALRM, lambda *_: os.kill(sitting.process, signal.SIGKILL))
        signal.setitimer(signal.ITIMER_REAL, seconds)
        sitting.judge_several(200)
        signal.setitimer(signal.ITIMER_REAL, 0)
        outcome.wrongs += check(context.program, folder, sitting.judgements, outcome.tally)
