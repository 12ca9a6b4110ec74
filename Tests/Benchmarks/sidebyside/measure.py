"""Runs commands in turn, each in a process of its own, and keeps time and peak memory."""

import os
import statistics
import subprocess
import time
from dataclasses import dataclass, field

from .generate import Input
from .peers import Peer


@dataclass
class Figures:
    """What one peer took for one input."""

    seconds: list = field(default_factory=list)
    megabytes: list = field(default_factory=list)

    @property
    def time(self) -> float:
        return statistics.median(self.seconds)

    @property
    def memory(self) -> float:
        return statistics.median(self.megabytes)


def run(command: list) -> tuple[str, float, float]:
    """Standard output, seconds and peak megabytes of a command that must succeed."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    output = process.stdout.read()
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{command[0]} failed: {errors.strip()}")
    return output, seconds, usage.ru_maxrss / 1024


def side_by_side(peers: list[Peer], input: Input, repeats: int) -> dict[str, Figures]:
    """The figures of all peers that can; a peer with another answer than the first ends it all."""
    able = [p for p in peers if input.rows <= p.most_rows and input.format in p.formats]
    figures = {peer.name: Figures() for peer in able}
    expected = None
    # Once without a clock, so that the file is in memory and the programs are.
    for turn in range(repeats + 1):
        for peer in able:
            output, seconds, megabytes = run(peer.command(input))
            answer = {key: value for key, value in sorted(peer.read(output).items())}
            expected = expected or answer
            if answer != expected:
                raise SystemExit(f"{peer.name} says {answer} of {input.path}, not {expected}")
            if turn > 0:
                figures[peer.name].seconds.append(seconds)
                figures[peer.name].megabytes.append(megabytes)
    return figures
