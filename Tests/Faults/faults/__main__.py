"""One command for all scenarios."""

import argparse
import random
import sys
import time
from pathlib import Path

from . import __doc__ as explanation
from .scenarios import SCENARIOS
from .trial import WORKERS, Context, Outcome


def line(name: str, seconds: float, outcome: Outcome) -> str:
    if outcome.skipped:
        return f"{name:<18} skipped: {outcome.skipped}"
    counts = " · ".join(f"{count:,} {what}" for what, count in outcome.tally.items())
    return f"{name:<18} {'FAULT' if outcome.wrongs else 'ok':<5} {seconds:5.1f} s · {counts}"


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="Tests/Faults/run", description=explanation,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--short", action="store_true", help="as much as a change needs; the default")
    length.add_argument("--long", action="store_true", help="thousands of trials, for hours")
    parser.add_argument("--program", type=Path, help="the built program (default: the newest in .build)")
    parser.add_argument("--seed", type=int, help="repeats a run; printed by every run")
    parser.add_argument("--only", action="append", metavar="NAME", help="a scenario; repeatable")
    parser.add_argument("--workers", type=int, default=WORKERS, help="trials at once (default: %(default)s)")
    parser.add_argument("--list", action="store_true", help="print the scenarios")
    arguments = parser.parse_args()
    if arguments.list:
        for name, scenario in SCENARIOS.items():
            print(f"{name:<18} {scenario.__doc__}")
        return 0
    if unknown := set(arguments.only or ()) - set(SCENARIOS):
        parser.error(f"no scenario {', '.join(unknown)}: --list prints them")
    program = (arguments.program or newest_program()).resolve()
    seed = arguments.seed if arguments.seed is not None else random.randrange(1 << 32)
    print(f"{program} · seed {seed}", flush=True)
    wrongs = 0
    for name in arguments.only or SCENARIOS:
        begin = time.monotonic()
        outcome = SCENARIOS[name](Context(str(program), seed, arguments.long, arguments.workers))
        print(line(name, time.monotonic() - begin, outcome), flush=True)
        for wrong in outcome.wrongs:
            print(f"    {wrong}", flush=True)
        wrongs += len(outcome.wrongs)
    print("nothing lost" if wrongs == 0 else f"{wrongs} faults; again with --seed {seed}")
    return 1 if wrongs else 0


def newest_program() -> Path:
    built = [path for kind in ("release", "debug")
             if (path := Path(".build") / kind / "spotcheck").is_file()]
    if not built:
        sys.exit("no program in .build: swift build -c release --product spotcheck")
    return max(built, key=lambda path: path.stat().st_mtime)


sys.exit(main())
