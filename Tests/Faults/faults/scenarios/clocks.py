"""Clocks that step back and forth: order is by number and identifier, and no time runs backwards."""

import json
import random
import shutil
import subprocess
from functools import cache
from pathlib import Path

from .. import ledger
from ..checking import check, run, verification
from ..sitting import Sitting, prepare
from ..trial import Context, Outcome

# Answers for the system's clock with the next of CLOCK_STEPS, in seconds, each time it is asked.
SHIM = r"""
#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static unsigned asked;

int clock_gettime(clockid_t clock, struct timespec *time) {
  int result = syscall(SYS_clock_gettime, clock, time);
  char *steps = getenv("CLOCK_STEPS");
  if (result != 0 || clock != CLOCK_REALTIME || steps == NULL) return result;
  long seconds[16];
  unsigned count = 0;
  for (char *end; count < 16; steps = end + 1) {
    seconds[count++] = strtol(steps, &end, 10);
    if (*end != ',') break;
  }
  time->tv_sec += seconds[__sync_fetch_and_add(&asked, 1) % count];
  return result;
}
"""
DAY, YEAR = 86_400, 31_536_000


@cache
def why_not() -> str | None:
    return None if shutil.which("cc") else "there is no C compiler to make a clock with"


def clocks(context: Context) -> Outcome:
    """clocks that step, one reviewer on two machines, ledgers merged: the order is by number, nothing is lost"""
    if why := why_not():
        return Outcome(skipped=why)
    return context.trials(_clocks, range(40 if context.is_long else 1))


def _clocks(context: Context, folder: Path, number: int, outcome: Outcome) -> None:
    chance = random.Random(context.seed + number)
    (folder / "clock.c").write_text(SHIM)
    shim = folder / "clock.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-o", str(shim), str(folder / "clock.c")], check=True)
    stepping = ",".join(str(chance.choice([-1, 1]) * chance.choice([0, 1, 3_600, DAY, YEAR])) for _ in range(8))
    here, there, both = (folder / name for name in ("here", "there", "both"))
    begin = _judge(context, here, shim, stepping, "wo", 2)
    prepare(there)
    shutil.copytree(here / "ledger", there / "ledger", dirs_exist_ok=True)
    # Both go on from the same ledger, about the same predictions, one of them long ago.
    first = _judge(context, here, shim, stepping, "wxow", 4)
    second = _judge(context, there, shim, str(-2 * YEAR), "owow", 4)
    prepare(both)
    lines = {line.data for name in (here, there) for line in ledger.read(name).files["ledger/ada.jsonl"]}
    for place in range(4 if context.is_long else 2):
        # As git's union leaves them, in whatever order.
        mixed = sorted(lines) if place == 0 else chance.sample(sorted(lines), len(lines))
        (both / "ledger/ada.jsonl").write_bytes(b"\n".join(mixed) + b"\n")
        _is_in_order(context, both, outcome)
    (both / "ledger/ada.jsonl").unlink()
    merged = run(context.program, folder, "ledger", "merge", "here/ledger/ada.jsonl", "there/ledger/ada.jsonl",
                 "-o", "both/ledger/ada.jsonl")
    outcome.expect(merged.returncode == 0, merged.stderr)
    _is_in_order(context, both, outcome)
    third = _judge(context, both, shim, f"{YEAR},0,{-YEAR}", "x", 2)
    outcome.wrongs += check(context.program, both, begin + first + second + third, outcome.tally, writers=0)
    _is_in_order(context, both, outcome)
    outcome.expect(verification(context.program, both, "ledger/ada.jsonl")["intact"], "verify finds something")
    (both / "spotcheck.yaml").write_text("guardrails: [{metric: days-since-review, range: [0, 3]}]\n")
    for seconds in (-3 * YEAR, 3 * YEAR) + ((0, -100 * YEAR) if context.is_long else ()):
        _no_time_runs_backwards(context, both, shim, seconds, outcome)


def _judge(context: Context, folder: Path, shim: Path, steps: str, keys: str, count: int) -> list:
    if not folder.exists():
        prepare(folder)
    with Sitting(context.program, folder, LD_PRELOAD=str(shim), CLOCK_STEPS=steps) as sitting:
        sitting.judge_several(count, keys)
        sitting.leave()
        return sitting.judgements


def _is_in_order(context: Context, folder: Path, outcome: Outcome) -> None:
    """What is current is the highest number, then the highest identifier, of what nobody withdrew."""
    events = ledger.read(folder).events
    withdrawn = {event["of"] for event in events if event["event"] == "withdraw"}
    current = {event["item"]["key"]: event["review"].get("verdict")
               for event in events if event["event"] == "review" and event["id"] not in withdrawn}
    answer = run(context.program, folder, "export", "--all", "--format", "jsonl", "run.jsonl")
    read = {row["key"]: row["reviews"][0].get("verdict")
            for row in map(json.loads, answer.stdout.splitlines()) if row.get("reviews")}
    outcome.expect(read == current, f"current is {read}, not {current}: {answer.stderr}")
    writers = {}
    for event in events:
        writers.setdefault(event["writer"], []).append(event)
    for own in writers.values():
        numbers = [(event["seq"], event["id"]) for event in own]
        outcome.expect(numbers == sorted(set(numbers)) and [id for _, id in numbers] == sorted(id for _, id in numbers),
                       "a writer's identifiers do not grow with its numbers")
    times = [event["at"] for event in events]
    outcome.tally["out of time"] += sum(1 for one, next in zip(times, times[1:]) if next < one)


def _no_time_runs_backwards(context: Context, folder: Path, shim: Path, seconds: int, outcome: Outcome) -> None:
    for command in (("due", "--format", "json"), ("check", "--format", "json"), ("report", "--format", "json")):
        answer = run(context.program, folder, *command, "run.jsonl", LD_PRELOAD=str(shim), CLOCK_STEPS=str(seconds))
        outcome.expect(answer.returncode in (0, 2), f"{command[0]} ends with {answer.returncode}: {answer.stderr}")
        for key, value in _numbers(json.loads(answer.stdout)):
            outcome.expect(not ("days" in key.lower() and value < 0), f"{command[0]}: {key} is {value}")


def _numbers(value, key: str = ""):
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _numbers(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _numbers(inner, key)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield key, value
