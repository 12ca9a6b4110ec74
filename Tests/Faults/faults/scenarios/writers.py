"""Many writers at once on one ledger."""

import subprocess
import time
from collections import defaultdict
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from .. import ledger
from ..checking import verification
from ..data import predictions
from ..sitting import Sitting, environment, prepare
from ..trial import Context, Outcome

WRITERS, SCREENS = 16, 2
# How many judgements one program makes, and how many programs follow one another for each writer. All
# of ten thousand in one would mostly measure how a replay counts everything anew after each key.
EACH, ROUNDS = 200, 50
# Judgements of a screen, at most.
SEEN = 1_000


def many_writers(context: Context) -> Outcome:
    """sixteen programs at once append to one ledger while two screens follow and judge too"""
    return context.trials(_many_writers, [(EACH, ROUNDS) if context.is_long else (20, 1)])


def _many_writers(context: Context, folder: Path, counts: tuple, outcome: Outcome) -> None:
    each, rounds = counts
    prepare(folder)
    # Predictions of their own, so that nothing is counted but what a writer itself said of them.
    first = 1
    for place in range(WRITERS + SCREENS):
        count = each if place < WRITERS else SEEN
        (folder / f"run-{place}.jsonl").write_text(predictions(count + 10, first))
        first += count + 10
    screens = [Sitting(context.program, folder, (f"run-{place}.jsonl", "--ledger", "ledger/team.jsonl"),
                       SPOTCHECK_REVIEWER=f"screen{place}") for place in range(WRITERS, WRITERS + SCREENS)]
    with ThreadPoolExecutor(WRITERS) as pool:
        writers = [pool.submit(_write, context.program, folder, place, each, rounds) for place in range(WRITERS)]
        waits = _judge_meanwhile(screens, writers)
        for screen in screens:
            outcome.expect(all(one.is_acknowledged for one in screen.judgements),
                           f"a screen did not say that all is saved: {screen.screen.text()}")
        for writer in writers:
            outcome.wrongs += writer.result()
    for screen in screens:
        screen.leave()
        screen.close()
    acknowledged = [judgement for screen in screens for judgement in screen.judgements
                    if judgement.is_acknowledged]
    outcome.tally["judged on screens"] = len(waits)
    for share in (50, 99):
        outcome.tally[f"ms until saved, {share} of 100"] = round(waits[len(waits) * share // 100] * 1e3)
    _count(context, folder, WRITERS * each * rounds + len(waits), acknowledged, outcome)


def _write(program: str, folder: Path, place: int, each: int, rounds: int) -> list[str]:
    """One writer: programs one after the other. Returns what went wrong."""
    for _ in range(rounds):
        done = subprocess.run(
            [program, "replay", "--ledger", "ledger/team.jsonl", "--reviewer", f"r{place}",
             "--keys", "xj" * each, f"run-{place}.jsonl"],
            cwd=folder, env=environment(folder), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if done.returncode != 0:
            return [done.stderr.decode(errors="replace")]
    return []


def _judge_meanwhile(screens: list[Sitting], writers: list[Future]) -> list[float]:
    """Judges on one screen after the other until nobody else writes; the seconds until it was saved, in order."""
    waits = []
    while len(waits) < SEEN * len(screens) and not (waits and all(writer.done() for writer in writers)):
        for screen in screens:
            screen.settle()
            begin = time.monotonic()
            screen.judge("x")
            waits.append(time.monotonic() - begin)
            screen.next()
    return sorted(waits)


def _count(context: Context, folder: Path, expected: int, acknowledged: list, outcome: Outcome) -> None:
    contents = ledger.read(folder)
    lines = contents.files.get("ledger/team.jsonl", [])
    events = contents.events
    about = defaultdict(list)
    for event in events:
        about[event.get("item", {}).get("key")].append(event)
    lost = sum(1 for judgement in acknowledged
               if not any(judgement.is_in(event) for event in about[judgement.subject]))
    torn = sum(1 for line in lines if not line.event)
    outcome.tally.update({
        "lines": len(lines), "expected": expected, "torn or interleaved": torn,
        "twice": contents.repeated(), "lost": lost})
    outcome.expect(len(lines) == expected, f"{len(lines)} lines, not {expected}")
    outcome.expect(lost == 0, f"{lost} reviews lost")
    outcome.expect(contents.damaged == 0 and contents.repeated() == 0 and contents.broken_links() == 0,
                   "lines are torn, twice or unlinked")
    outcome.expect(all(line.is_whole for line in lines), "the last line is torn")
    numbers = [line.event["seq"] for line in lines if line.event]
    outcome.expect(numbers == sorted(set(numbers)), "numbers are not in the order of the file")
    outcome.expect(verification(context.program, folder, *contents.files)["intact"], "verify finds something")
