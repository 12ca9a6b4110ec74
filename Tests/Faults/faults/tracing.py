"""Faults at system calls, by strace: only those calls that touch the ledger or its folder."""

import re
import subprocess
from collections import Counter
from functools import cache
from pathlib import Path


@cache
def why_not() -> str | None:
    """Why strace is of no use here, if it is not."""
    try:
        answer = subprocess.run(
            ["strace", "-f", "-qq", "-o", "/dev/null", "true"],
            capture_output=True, text=True)
    except FileNotFoundError:
        return "strace is not installed"
    return None if answer.returncode == 0 else "strace may not trace: " + answer.stderr.strip()


def paths(folder: Path, with_folder: bool = False) -> list[str]:
    """The ledger as the program names it, and as its descriptors show it."""
    names = ["ledger/ada.jsonl"] + (["ledger"] if with_folder else [])
    return [argument for name in names for argument in ("-P", name, "-P", str((folder / name).resolve()))]


def wrapper(folder: Path, calls: str, injection: str = "", log: str = "/dev/null",
            with_folder: bool = False) -> tuple:
    """A command before the program, such as `write` with `error=ENOSPC:when=2`."""
    inject = ["-e", f"inject={calls}:{injection}"] if injection else []
    # Not --seccomp-bpf, with which strace 6.1 counts no calls and so never stops one.
    return ("strace", "-f", "-qq", "-o", log, *paths(folder, with_folder),
            "-e", "signal=none", "-e", f"trace={calls}", *inject)


def counted(log: Path) -> Counter:
    """How often each call was made, by the thread that made it most."""
    threads = Counter(re.findall(r"^(\d+) +(\w+)\(", log.read_text(errors="replace"), re.MULTILINE))
    most: Counter = Counter()
    for (_, call), count in threads.items():
        most[call] = max(most[call], count)
    return most


def fired(log: Path) -> bool:
    return "(INJECTED)" in (text := log.read_text(errors="replace")) or "killed by" in text


def finished(log: Path) -> list[tuple[str, str, int]]:
    """The calls that came to an end, in that order: name, arguments and result."""
    begun: dict[tuple, str] = {}
    calls = []
    for line in log.read_text(errors="replace").splitlines():
        thread, _, call = line.partition(" ")
        call = call.strip()
        if found := re.match(r"(\w+)\((.*) <unfinished \.\.\.>$", call):
            begun[thread, found[1]] = found[2]
        elif found := re.match(r"<\.\.\. (\w+) resumed>(.*)\) += (-?\d+)", call):
            calls.append((found[1], begun.pop((thread, found[1]), "") + found[2], int(found[3])))
        elif found := re.match(r"(\w+)\((.*)\) += (-?\d+)", call):
            calls.append((found[1], found[2], int(found[3])))
    return calls
