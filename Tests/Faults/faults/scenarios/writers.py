"""Many writers at once on one ledger."""

import subprocess
from pathlib import Path

from .. import ledger
from ..checking import verification
from ..sitting import Sitting, environment, prepare
from ..trial import Context, Outcome


def many_writers(context: Context) -> Outcome:
    """sixteen programs at once append to one ledger, some of them on screens"""
    return context.trials(_many_writers, range(20) if context.is_long else [0])


def _many_writers(context: Context, folder: Path, number: int, outcome: Outcome) -> None:
    each = 400 if context.is_long else 20
    prepare(folder, each + 10)
    # Two of them at terminals, so that screens follow what fourteen others do.
    screens = [Sitting(context.program, folder, ("run.jsonl", "--ledger", "ledger/team.jsonl"),
                       SPOTCHECK_REVIEWER=f"screen{place}") for place in range(2)]
    others = [
        subprocess.Popen(
            [context.program, "replay", "--ledger", "ledger/team.jsonl", "--reviewer", f"r{place}",
             "--keys", "xj" * each, "run.jsonl"],
            cwd=folder, env=environment(folder), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for place in range(14)]
    for screen in screens:
        screen.judge_several(each)
    for other in others:
        errors = other.communicate()[1]
        outcome.expect(other.returncode == 0, errors.decode(errors="replace"))
    for screen in screens:
        screen.leave()
        screen.close()
    contents = ledger.read(folder)
    lines = contents.files.get("ledger/team.jsonl", [])
    acknowledged = [judgement for screen in screens for judgement in screen.judgements
                    if judgement.is_acknowledged]
    lost = sum(1 for judgement in acknowledged if not any(judgement.is_in(event) for event in contents.events))
    outcome.tally.update({
        "lines": len(lines), "expected": 16 * each, "torn or interleaved": contents.damaged,
        "twice": contents.repeated(), "acknowledged on screens": len(acknowledged), "lost": lost})
    outcome.expect(len(lines) == 16 * each, f"{len(lines)} lines, not {16 * each}")
    outcome.expect(len(acknowledged) == 2 * each, "a screen did not say that all is saved")
    outcome.expect(lost == 0, f"{lost} reviews lost")
    outcome.expect(contents.damaged == 0 and contents.repeated() == 0 and contents.broken_links() == 0,
                   "lines are torn, twice or unlinked")
    outcome.expect(all(line.is_whole for line in lines), "the last line is torn")
    numbers = [line.event["seq"] for line in lines if line.event]
    outcome.expect(numbers == sorted(set(numbers)), "numbers are not in the order of the file")
    outcome.expect(verification(context.program, folder, *contents.files)["intact"], "verify finds something")
