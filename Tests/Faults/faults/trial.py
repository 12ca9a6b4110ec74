"""Trials run beside each other in processes of their own, and what comes of a scenario."""

import faulthandler
import os
import shutil
import signal
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path

# More than there are processors: a trial mostly waits for a terminal.
WORKERS = max(4, 2 * (os.cpu_count() or 2))


@dataclass
class Outcome:
    tally: Counter = field(default_factory=Counter)
    wrongs: list[str] = field(default_factory=list)
    skipped: str | None = None

    def add(self, other: "Outcome") -> None:
        self.tally.update(other.tally)
        self.wrongs += other.wrongs
        self.skipped = self.skipped or other.skipped

    def expect(self, condition: bool, words: str) -> None:
        """One more thing was looked at; `words` say what is wrong unless `condition` holds."""
        self.tally["looked at"] += 1
        if not condition:
            self.wrongs.append(words)


@dataclass(frozen=True)
class Context:
    """How the scenarios are to be run."""

    program: str
    seed: int
    is_long: bool
    workers: int = WORKERS

    def trials(self, trial: Callable, arguments: Iterable) -> Outcome:
        """Runs `trial(context, folder, argument, outcome)` for each argument.

        An interruption ends it early, with what came of the trials until then.
        """
        outcome = Outcome()
        with ProcessPoolExecutor(self.workers) as pool:
            jobs = [pool.submit(_run, self, trial, argument) for argument in arguments]
            try:
                wait(jobs)
            except KeyboardInterrupt:
                pool.shutdown(cancel_futures=True)
            for job in jobs:
                if not job.cancelled():
                    outcome.add(job.result())
        return outcome


def _run(context: Context, trial: Callable, argument) -> Outcome:
    outcome = Outcome()
    begin = time.monotonic()
    # A trial that hangs says where, and ends the run.
    faulthandler.dump_traceback_later(3_600 if context.is_long else 90, exit=True)
    # Python ignores these, and what is ignored stays ignored in the program that is started.
    for number in (signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_DFL)
    folder = Path(tempfile.mkdtemp(prefix="spotcheck-faults-"))
    try:
        trial(context, folder, argument, outcome)
    except Exception:
        outcome.wrongs.append(traceback.format_exc())
    faulthandler.cancel_dump_traceback_later()
    outcome.tally["runs"] += 1
    if os.environ.get("FAULTS_TIMES"):
        print(f"    {argument!r}: {time.monotonic() - begin:.1f} s", flush=True)
    if outcome.wrongs:
        outcome.wrongs = [f"{argument}: {words}" for words in outcome.wrongs]
        if os.environ.get("FAULTS_KEEP"):
            outcome.wrongs.append(f"kept in {folder}")
            return outcome
    shutil.rmtree(folder, ignore_errors=True)
    return outcome
