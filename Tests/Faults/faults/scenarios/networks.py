"""A ledger where several machines may append: a file of its own for each, read together."""

import shutil
import subprocess
from functools import cache
from pathlib import Path

from .. import ledger
from ..checking import run, verification
from ..sitting import SAVED, Sitting, environment, prepare
from ..trial import Context, Outcome

# Says of everything that it lies on the file system whose number is in FILE_SYSTEM.
SHIM = r"""
#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

int statfs(const char *path, struct statfs *found) {
  int result = syscall(SYS_statfs, path, found);
  char *type = getenv("FILE_SYSTEM");
  if (result == 0 && type != NULL) found->f_type = strtoul(type, NULL, 16);
  return result;
}
"""
NFS, SSHFS, EXT4 = "6969", "65735546", "ef53"


@cache
def why_not() -> str | None:
    return None if shutil.which("cc") else "there is no C compiler to make a file system with"


def networks(context: Context) -> Outcome:
    """two screens and two programs at once at one ledger on a network file system: a file each, all are read"""
    if why := why_not():
        return Outcome(skipped=why)
    return context.trials(_network, [NFS, SSHFS, EXT4] if context.is_long else [NFS, EXT4])


def _network(context: Context, folder: Path, number: str, outcome: Outcome) -> None:
    prepare(folder)
    (folder / "system.c").write_text(SHIM)
    shim = folder / "system.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-o", str(shim), str(folder / "system.c")], check=True)
    faked = {"LD_PRELOAD": str(shim), "FILE_SYSTEM": number}
    each = 40 if context.is_long else 6
    screens = [Sitting(context.program, folder, ("run.jsonl", "--ledger", "ledger/team.jsonl"), columns=160,
                       begins=False, SPOTCHECK_REVIEWER=f"screen{place}", **faked) for place in range(2)]
    others = [subprocess.Popen(
        [context.program, "replay", "--ledger", "ledger/team.jsonl", "--reviewer", f"r{place}",
         "--keys", "xj" * each, "run.jsonl"], cwd=folder, env=environment(folder, **faked),
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for place in range(2)]
    is_shared = number == EXT4
    for screen in screens:
        told = screen.wait(lambda: "network file system" in screen.screen.text(), 1 if is_shared else 10)
        outcome.expect(told != is_shared, f"is told: {told}")
        screen.begin()
        screen.judge_several(each)
    for other in others:
        errors = other.communicate()[1]
        outcome.expect(other.returncode == 0, errors.decode(errors="replace"))
    for screen in screens:
        outcome.expect(screen.leave() == 0, "cannot be left")
        screen.close()
    _look(context, folder, [judgement for screen in screens for judgement in screen.judgements],
          4 * each, is_shared, outcome)


def _look(context: Context, folder: Path, judgements: list, count: int, is_shared: bool, outcome: Outcome) -> None:
    contents = ledger.read(folder)
    names = sorted(contents.files)
    outcome.tally.update({"files": len(names), "events": len(contents.events)})
    if is_shared:
        outcome.expect(names == ["ledger/team.jsonl"], f"local, and yet there are {names}")
    else:
        outcome.expect(len(names) == 4 and all(".writer-" in name for name in names), f"there are {names}")
        for name in names:
            writers = {line.event["writer"] for line in contents.files[name] if line.event}
            outcome.expect(len(writers) == 1, f"{name} has lines of {writers}")
            outcome.expect(verification(context.program, folder, name)["intact"], f"{name} does not verify")
    outcome.expect(len(contents.events) == count, f"{len(contents.events)} events, not {count}")
    outcome.expect(all(judgement.state == SAVED for judgement in judgements), "a screen did not say that all is saved")
    lost = sum(1 for judgement in judgements if not any(judgement.is_in(event) for event in contents.events))
    outcome.expect(lost == 0, f"{lost} acknowledged judgements are lost")
    outcome.expect(contents.damaged == 0 and contents.repeated() == 0 and contents.broken_links() == 0,
                   "lines are torn, twice or unlinked")
    # Named by the one name, on any machine: all of them.
    for arguments in (("--ledger", "ledger/team.jsonl"), ("ledger/team.jsonl",)):
        found = verification(context.program, folder, *arguments)
        outcome.expect(found["intact"] and sum(file["events"] for file in found["files"]) == count,
                       f"verify {' '.join(arguments)} reads {found['files']}")
    subject = judgements[0].subject
    said = sum(1 for event in contents.events if event["item"]["key"] == subject)
    log = run(context.program, folder, "ledger", "log", subject, "ledger/team.jsonl").stdout
    outcome.expect(len(log.splitlines()) == said, f"log has not {said} lines: {log}")
    for command in ("report", "export"):
        answer = run(context.program, folder, command, "--format", "json", "--ledger", "ledger/team.jsonl", "run.jsonl")
        outcome.expect(answer.returncode == 0 and all(name in answer.stdout for name in ("screen0", "screen1")),
                       f"{command} does not read all: {answer.stderr}")
    merged = run(context.program, folder, "ledger", "merge", "ledger/team.jsonl", "-o", "all.jsonl")
    outcome.expect(merged.returncode == 0 and len(ledger.lines((folder / "all.jsonl").read_bytes())) == count,
                   f"merge: {merged.stdout}{merged.stderr}")
