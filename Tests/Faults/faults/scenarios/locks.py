"""Somebody else holds the ledger's lock: for a while, for too long, and then dies."""

import fcntl
import os
import signal
import time
from pathlib import Path

from ..checking import check
from ..sitting import RESCUED, SAVED, SILENT, Sitting, prepare
from ..trial import Context, Outcome


def locks(context: Context) -> Outcome:
    """another program holds the lock: for a while, until it is killed, for longer than anyone waits"""
    trials = ["released", "killed", "left meanwhile", "terminated meanwhile"]
    # Ten seconds: more than a short run has.
    trials += ["too long"] if context.is_long else []
    return context.trials(_lock, trials)


class Holder:
    """A process that holds the lock of the ledger."""

    def __init__(self, folder: Path):
        reading, writing = os.pipe()
        self.process = os.fork()
        if self.process == 0:
            descriptor = os.open(folder / "ledger/ada.jsonl", os.O_RDWR | os.O_CREAT)
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            os.write(writing, b"x")
            time.sleep(60)
            os._exit(0)
        os.read(reading, 1)
        os.close(reading)
        os.close(writing)

    def end(self, number: int = signal.SIGTERM) -> None:
        os.kill(self.process, number)
        os.waitpid(self.process, 0)


def _lock(context: Context, folder: Path, how: str, outcome: Outcome) -> None:
    prepare(folder)
    with Sitting(context.program, folder) as sitting:
        sitting.judge("x")
        sitting.next()
        holder = Holder(folder)
        try:
            waiting = sitting.judge("u", patience=1.0)
            outcome.expect(waiting.state == SILENT, f"{waiting.state} under somebody else's lock")
            outcome.expect("saving" in sitting.header, f"waits and does not say so: {sitting.header}")
            outcome.expect("lock" in sitting.header, f"does not say what it waits for: {sitting.header}")
            before = sitting.selected()
            sitting.next()
            outcome.expect(sitting.selected() != before, "the screen waits too")
            _go_on(how, sitting, holder, outcome)
        finally:
            if how in ("left meanwhile", "terminated meanwhile", "too long"):
                holder.end()
        if not sitting.has_ended():
            sitting.leave()
        outcome.expect(sitting.is_restored(), "the terminal is not as before")
        outcome.wrongs += check(context.program, folder, sitting.judgements, outcome.tally)


def _go_on(how: str, sitting: Sitting, holder: Holder, outcome: Outcome) -> None:
    waiting = sitting.judgements[-1]
    if how in ("released", "killed"):
        holder.end(signal.SIGKILL if how == "killed" else signal.SIGTERM)
        outcome.expect(sitting.wait(lambda: sitting.state() == SAVED, 3), f"not saved then: {sitting.header}")
        waiting.state = sitting.state()
        sitting.judge("x")
    elif how == "too long":
        outcome.expect(sitting.wait(lambda: sitting.state() == RESCUED, 15), f"not rescued: {sitting.header}")
        outcome.expect("lock" in sitting.header, f"does not say why: {sitting.header}")
        waiting.state = sitting.state()
    else:
        begin = time.monotonic()
        if how == "left meanwhile":
            sitting.press("q")
            sitting.wait(lambda: sitting.has_ended() or "lock" in sitting.screen.text(), 2)
            outcome.expect("lock" in sitting.screen.text(), "does not say what leaving waits for")
            sitting.press("q")
        else:
            os.kill(sitting.process, signal.SIGTERM)
        outcome.expect(sitting.wait_for_end(20) is not None, "cannot be left")
        outcome.expect(time.monotonic() - begin < 3, f"leaving took {time.monotonic() - begin:.1f} s")
        # What is said on leaving is an acknowledgement as well.
        outcome.expect("rescue" in sitting.screen.text(), f"says nothing of it: {sitting.screen.text().strip()}")
        waiting.state = RESCUED
