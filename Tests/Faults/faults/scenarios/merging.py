"""Ledgers merged into one that is open, by programs of which every other is killed."""

import random
import subprocess
import threading
import time
from pathlib import Path

from ..checking import check
from ..sitting import Sitting, environment, prepare
from ..trial import Context, Outcome

OWN, OTHER = "ledger/ada.jsonl", "lin.jsonl"


def merges(context: Context) -> Outcome:
    """another ledger is merged into the open one over and over, by programs that are killed, two at a time"""
    chance = random.Random(context.seed)
    return context.trials(_merges, [chance.randrange(1 << 30) for _ in range(400 if context.is_long else 4)])


class _Merging:
    """Merges until it is stopped; every other merge is killed within the time that one takes."""

    def __init__(self, program: str, folder: Path, seed: int):
        self.count = 0
        self.stop = False
        self.command = [program, "ledger", "merge", OWN, OTHER, "-o", OWN]
        self.folder = folder
        self.threads = [threading.Thread(target=self._run, args=(seed + number,)) for number in range(2)]

    def _run(self, seed: int) -> None:
        chance = random.Random(seed)
        while not self.stop:
            merge = subprocess.Popen(
                self.command, cwd=self.folder, env=environment(self.folder),
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            if chance.random() < 0.5:
                time.sleep(chance.uniform(0, 0.03))
                merge.kill()
            merge.wait()
            self.count += 1

    def __enter__(self) -> "_Merging":
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_) -> None:
        self.stop = True
        for thread in self.threads:
            thread.join()


def _merges(context: Context, folder: Path, seed: int, outcome: Outcome) -> None:
    prepare(folder)
    with Sitting(context.program, folder, arguments=("run.jsonl", "--ledger", OTHER),
                 SPOTCHECK_REVIEWER="lin") as other:
        other.judge_several(3)
        other.leave()
    with Sitting(context.program, folder) as sitting:
        sitting.judge_several(1)
        with _Merging(context.program, folder, seed) as merging:
            sitting.judge_several(12)
        outcome.expect(merging.count > 3, f"only {merging.count} merges")
        outcome.expect(sitting.leave() == 0, f"ended with {sitting.status}")
    outcome.tally["merges"] += merging.count
    # What lin judged is in ada's file by then, or will be by a merge that nobody kills.
    subprocess.run(merging.command, cwd=folder, env=environment(folder), check=True, capture_output=True)
    outcome.expect(not list(folder.rglob(".*merging*")), "unfinished merges are left")
    outcome.wrongs += check(
        context.program, folder, other.judgements + sitting.judgements, outcome.tally, writers=2)
