"""Errors of the disk: what is shown as saved is saved, and what is not is told and not lost."""

import signal
from pathlib import Path

from .. import ledger, mounting, tracing
from ..checking import check, run
from ..sitting import RESCUED, SAVED, SILENT, UNSAVED, Sitting, prepare
from ..trial import Context, Outcome

# Calls that fail, and what has to become of the judgements: `*` of any of them.
INJECTED = [
    *((f"write:error={error}:when=2", "SRSS") for error in ("ENOSPC", "EIO", "EDQUOT", "EFBIG", "EAGAIN")),
    ("write:error=ENOSPC:when=2+", "SRRR"),
    ("write:error=EINTR:when=2", "SSSS"),
    # The system says that so many bytes were written, and nothing was.
    ("write:retval=17:when=2", "SSSS"),
    ("write:retval=0:when=2", "SRSS"),
    # What failed once is never believed again, whatever it says later.
    ("fsync:error=EIO:when=1", "RRRR"),
    ("fsync:error=EIO:when=3", "SSRR"),
    ("fsync:error=ENOSPC:when=3", "SSRR"),
    ("fsync:error=EINTR:when=3", "SSSS"),
    ("flock:error=EINTR:when=3", "SSSS"),
    ("flock:error=EAGAIN:when=3", "SSSS"),
    ("flock:error=ENOLCK:when=1+", "SSSS"),
    ("flock:error=EIO:when=3", "SRSS"),
    ("fstat:error=EIO:when=6+", "****"),
    ("newfstatat:error=EIO:when=6+", "****"),
    ("pread64:error=EIO:when=1+", "****"),
    ("openat:error=EMFILE:when=3+", "****"),
    ("openat:error=EROFS:when=3+", "****"),
    ("openat:error=EACCES:when=3+", "****"),
    ("close:error=EIO:when=1+", "SSSS"),
]
LETTERS = {"S": SAVED, "R": RESCUED, "U": UNSAVED}


def calls_fail(context: Context) -> Outcome:
    """one call fails, once or from then on: disk full, quota, EIO, interrupted, short, no descriptor"""
    if why := tracing.why_not():
        return Outcome(skipped=why)
    trials = list(INJECTED)
    if context.is_long:
        trials += [(f"{call}:error={error}:when={number}{on}", "****")
                   for call in ("openat", "flock", "write", "fsync", "close", "pread64", "fstat", "newfstatat", "mkdir")
                   for error in ("EIO", "ENOSPC", "EINTR", "EAGAIN", "EMFILE", "EROFS", "ENOENT")
                   # A call that is interrupted whenever it is made is none that a system has.
                   for number in range(1, 13) for on in ("", "+") if error + on != "EINTR+"]
    return context.trials(_call_fails, trials)


def _call_fails(context: Context, folder: Path, trial: tuple, outcome: Outcome) -> None:
    injection, expected = trial
    call, how = injection.split(":", 1)
    prepare(folder)
    with Sitting(context.program, folder,
                 wrapper=tracing.wrapper(folder, call, how), begins=False) as sitting:
        sitting.begin()
        if sitting.has_ended():
            outcome.tally["refused at the start"] += 1
            outcome.expect(sitting.status == 1, f"ended with {sitting.status}")
            return
        _judge_and_look(context, folder, sitting, expected, outcome)


def _judge_and_look(context: Context, folder: Path, sitting: Sitting, expected: str, outcome: Outcome) -> None:
    for number, letter in enumerate(expected):
        judgement = sitting.judge("xu"[number % 2])
        outcome.expect(
            letter == "*" and judgement.state != SILENT or LETTERS.get(letter) == judgement.state,
            f"judgement {number + 1} was {judgement.state}: {sitting.header}")
        outcome.tally[judgement.state] += 1
        if judgement.state in (RESCUED, UNSAVED):
            outcome.expect("ada.jsonl" in sitting.header or "ledger" in sitting.header,
                           f"the reason is not told: {sitting.header}")
            shown = [line for line in sitting.screen.lines() if judgement.subject in line]
            outcome.expect(any("⊘" in line or "⚑" in line for line in shown), "gone from the screen")
        sitting.next()
    leave_and_check(context, folder, sitting, outcome)


def leave_and_check(context: Context, folder: Path, sitting: Sitting, outcome: Outcome) -> None:
    """Leaves, which may ask, and counts. What was rescued is in a rescue file, not only in the ledger."""
    unsaved = [judgement for judgement in sitting.judgements if judgement.state == UNSAVED]
    sitting.press("q")
    sitting.wait(lambda: "leave" in sitting.screen.text() or "not saved" in sitting.screen.text().lower(), 1)
    if unsaved and not sitting.has_ended():
        outcome.expect(not sitting.has_ended(), "left without asking, though something is unsaved")
    for key in "qqy":
        if not sitting.has_ended():
            sitting.press(key)
            sitting.wait(sitting.has_ended, 2)
    outcome.expect(sitting.wait_for_end() is not None, "cannot be left")
    outcome.expect(sitting.is_restored(), "the terminal is not as before")
    outcome.wrongs += check(context.program, folder, sitting.judgements, outcome.tally,
                            writers=1 + len(unsaved))
    rescued = ledger.Contents({name: lines for name, lines in ledger.read(folder).files.items() if "rescue" in name})
    for judgement in sitting.judgements:
        if judgement.state == RESCUED:
            outcome.expect(any(judgement.is_in(event) for event in rescued.events),
                           f"{judgement.subject} is in no rescue file")


def folders_fail(context: Context) -> Outcome:
    """the disk does not confirm a folder, or a name in one: nothing in it is taken for saved from then on"""
    if why := tracing.why_not():
        return Outcome(skipped=why)
    return context.trials(_folder_fails, [(name, error) for name in (".", "ledger") for error in ("EIO", "ENOSPC")])


def _folder_fails(context: Context, folder: Path, trial: tuple, outcome: Outcome) -> None:
    name, error = trial
    prepare(folder)
    if name == ".":
        (folder / "ledger").rmdir()
    wrapper = ("strace", "-f", "-qq", "-o", "/dev/null", "-P", str((folder / name).resolve()), "-e", "signal=none",
               "-e", "trace=fsync", "-e", f"inject=fsync:error={error}:when=1")
    with Sitting(context.program, folder, wrapper=wrapper) as sitting:
        sitting.judge_several(2)
        for judgement in sitting.judgements:
            outcome.expect(judgement.state == RESCUED, f"was {judgement.state}: {sitting.header}")
        leave_and_check(context, folder, sitting, outcome)
    contents = ledger.read(folder)
    outcome.expect(sum(len(lines) for name, lines in contents.files.items() if name.startswith("state/")) == 2,
                   f"not all is in a folder that is there: {sorted(contents.files)}")


def full_disks(context: Context) -> Outcome:
    """a real disk of 8 KiB, read-only, a limit on file sizes, hardly any descriptors"""
    trials = [("disk", "ledger"), ("disk", "everything"), ("read-only", ""), ("size", "700"),
              ("size", "1500"), ("size", "4000")]
    trials += [("descriptors", str(count)) for count in range(8, 24 if context.is_long else 20, 1 if context.is_long else 3)]
    return context.trials(_full_disk, trials)


def _full_disk(context: Context, folder: Path, trial: tuple, outcome: Outcome) -> None:
    kind, what = trial
    if kind in ("size", "descriptors"):
        prepare(folder)
        option = "--fsize" if kind == "size" else "--nofile"
        with Sitting(context.program, folder, wrapper=("prlimit", f"{option}={what}:{what}"),
                     begins=False) as sitting:
            sitting.begin()
            if sitting.has_ended():
                outcome.tally["refused at the start"] += 1
                outcome.expect(sitting.status == 1, f"ended with {sitting.status}: {sitting.screen.text()}")
                outcome.expect(bool(sitting.screen.text().strip()), "ended without a word")
                return
            _judge_and_look(context, folder, sitting, "********", outcome)
        return
    if why := mounting.why_not():
        outcome.tally[f"not run ({why})"] += 1
        return
    prepare(folder)
    small = folder if what == "everything" else folder / "ledger"
    with mounting.disk(small, "16k" if what == "everything" else "8k"):
        prepare(folder, 20)
        if kind == "read-only":
            mounting.make_read_only(small)
        with Sitting(context.program, folder) as sitting:
            _judge_and_look(context, folder, sitting, "*" * 19, outcome)
