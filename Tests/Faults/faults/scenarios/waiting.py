"""A disk that does not answer for a while: the screen is there, goes on, and nothing is lost."""

import time
from pathlib import Path

from .. import tracing
from ..checking import check
from ..sitting import SAVED, SILENT, Sitting, prepare
from ..trial import Context, Outcome

# Calls that touch the ledger, and how many seconds each of them takes.
DELAYS = [("openat", 5.0), ("statfs,openat,newfstatat,stat,access", 1.0), ("pread64,write,fsync,flock", 1.0)]


def waiting(context: Context) -> Outcome:
    """opening, finding, reading and writing the ledger take seconds: the screen shows predictions and takes keys"""
    if why := tracing.why_not():
        return Outcome(skipped=why)
    return context.trials(_wait, DELAYS)


def _wait(context: Context, folder: Path, delay: tuple, outcome: Outcome) -> None:
    calls, seconds = delay
    prepare(folder)
    with Sitting(context.program, folder) as sitting:
        sitting.judge("w")
        earlier = sitting.judgements
        sitting.leave()
    wrapper = tracing.wrapper(folder, calls, f"delay_enter={int(seconds * 1_000_000)}")
    begin = time.monotonic()
    # Without the card of the first start, which this is not.
    with Sitting(context.program, folder, wrapper=wrapper, begins=False) as sitting:
        sitting.wait(lambda: sitting.selected() is not None, 10)
        outcome.expect(time.monotonic() - begin < 3, f"the list took {time.monotonic() - begin:.1f} s")
        outcome.expect("reading the ledger" in sitting.header, f"does not say what is missing: {sitting.header}")
        _moves(sitting, outcome)
        sitting.press("x")
        outcome.expect(sitting.wait(lambda: "still being read" in sitting.screen.text(), 1),
                       "does not refuse a judgement that nothing is known of yet")
        outcome.expect(sitting.wait(lambda: "reading the ledger" not in sitting.screen.text(), 30), "is never read")
        for key in "xu":
            _moves(sitting, outcome)
            waiting = sitting.judge(key, patience=0.7)
            outcome.expect(waiting.state == SILENT and "saving" in sitting.header, f"not saving: {sitting.header}")
        _moves(sitting, outcome)
        outcome.expect(sitting.wait(lambda: sitting.state() == SAVED, 60), f"not saved: {sitting.header}")
        for judgement in sitting.judgements:
            judgement.state = sitting.state()
        sitting.press("q")
        outcome.expect(sitting.wait_for_end(30) == 0, "cannot be left")
        outcome.expect(sitting.is_restored(), "the terminal is not as before")
        outcome.wrongs += check(context.program, folder, earlier + sitting.judgements, outcome.tally, writers=0)


def _moves(sitting: Sitting, outcome: Outcome) -> None:
    sitting.settle()
    before, begin = sitting.selected(), time.monotonic()
    sitting.press("j")
    outcome.expect(sitting.wait(lambda: sitting.selected() not in (before, None), 1),
                   f"a key has done nothing for {time.monotonic() - begin:.1f} s: {sitting.header}")
