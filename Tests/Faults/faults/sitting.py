"""A sitting of the built program in a pseudo-terminal, and what its screen said was saved."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from dataclasses import dataclass
from pathlib import Path

from .data import predictions
from .screen import Screen

SELECTED = re.compile(r"▸ (case-\d+)")
# What a key records: how the screen echoes it, and how an event of the ledger shows it.
JUDGEMENTS = {
    "x": ("bad target", lambda review: review["badTarget"]),
    "u": ("upsetting 2", lambda review: (review.get("upsetting") or {}).get("severity") == 2),
    "w": ("✗ wrong", lambda review: review.get("verdict") == "wrong"),
    "o": ("✓ ok", lambda review: review.get("verdict") == "ok"),
}
SAVED, RESCUED, UNSAVED, SILENT = "saved", "rescued", "unsaved", "silent"


@dataclass
class Judgement:
    subject: str
    key: str
    # What the screen said of it last, before the next key was pressed.
    state: str = SILENT

    @property
    def is_acknowledged(self) -> bool:
        return self.state in (SAVED, RESCUED)

    def is_in(self, event: dict) -> bool:
        return (event["event"] == "review" and event["item"]["key"] == self.subject
                and bool(JUDGEMENTS[self.key][1](event["review"])))


def environment(folder: Path, **changes: str | None) -> dict[str, str]:
    found = {
        "PATH": os.environ["PATH"], "HOME": str(folder / "home"), "LC_ALL": "C.UTF-8",
        "XDG_STATE_HOME": str(folder / "state"), "XDG_CACHE_HOME": str(folder / "cache"),
        "SPOTCHECK_REVIEWER": "ada", "TERM": "xterm-256color",
        # A crash would otherwise wait half a minute for a key before it ends.
        "SWIFT_BACKTRACE": "enable=no"}
    found |= {name: value for name, value in changes.items() if value is not None}
    return {name: value for name, value in found.items() if changes.get(name, "") is not None}


def prepare(folder: Path, count: int = 40) -> Path:
    """A folder with predictions, and a ledger folder that is there already."""
    (folder / "ledger").mkdir(parents=True, exist_ok=True)
    (folder / "run.jsonl").write_text(predictions(count))
    return folder


class Sitting:
    """The program at a terminal; `wrapper` is a command that runs it, such as strace."""

    def __init__(self, program: str, folder: Path, arguments: tuple = ("run.jsonl",),
                 wrapper: tuple = (), columns: int = 120, rows: int = 24, begins: bool = True,
                 **changes: str | None):
        self.folder = folder
        self.screen = Screen(columns, rows)
        self.sent = bytearray()
        self.judgements: list[Judgement] = []
        self.status: int | None = None
        self.is_open = True
        self.master, self.slave = pty.openpty()
        self.resize(columns, rows)
        self.modes = termios.tcgetattr(self.slave)
        self.process = os.fork()
        if self.process == 0:
            self._become(folder, [*wrapper, program, *arguments], environment(folder, **changes))
        os.set_blocking(self.master, False)
        if begins:
            self.begin()

    def _become(self, folder: Path, command: list, variables: dict) -> None:
        try:
            os.login_tty(self.slave)
            os.closerange(3, 64)
            os.chdir(folder)
            os.execvpe(command[0], command, variables)
        finally:
            os._exit(127)

    def begin(self) -> None:
        """Puts the card of the first start away once the file is read, which sorts the list."""
        if self.wait(self.has_list):
            self.settle()
            self.press(" ")
            self.wait(lambda: self.has_list() and "any key begins" not in self.screen.text())
            self.settle()

    def has_list(self) -> bool:
        text = self.screen.text()
        return self.selected() is not None and "while reading" not in text and "% read" not in text

    def resize(self, columns: int, rows: int) -> None:
        self.screen.resize(columns, rows)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def take(self, seconds: float) -> bool:
        """Reads what comes within `seconds`; false where nothing did."""
        if not self.is_open or not select.select([self.master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:
            return False
        self.sent += data
        self.screen.feed(data)
        return True

    def wait(self, condition, patience: float = 20.0) -> bool:
        """Reads until `condition` holds; false where the program ended or patience did."""
        end = time.monotonic() + patience
        while not condition():
            if self.has_ended() or time.monotonic() > end:
                while self.take(0):
                    pass
                return bool(condition())
            self.take(0.02)
        return True

    def settle(self, quiet: float = 0.015) -> None:
        """Reads until nothing comes for a moment: a screen is sent in several pieces."""
        while self.take(quiet):
            pass

    def pause(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if not self.take(left):
                time.sleep(min(0.005, max(0, left)))

    def press(self, keys: str | bytes) -> None:
        if self.is_open:
            try:
                os.write(self.master, keys.encode() if isinstance(keys, str) else keys)
            except OSError:
                pass

    def has_ended(self) -> bool:
        if self.status is None:
            found, status = os.waitpid(self.process, os.WNOHANG)
            if found:
                self.status = os.waitstatus_to_exitcode(status)
        return self.status is not None

    def selected(self) -> str | None:
        found = SELECTED.search(self.screen.text())
        return found.group(1) if found else None

    @property
    def header(self) -> str:
        return self.screen.lines()[0]

    def state(self) -> str:
        """What the first line says of the last judgement."""
        if "NOT SAVED" in self.header:
            return UNSAVED
        if "saved in a rescue file" in self.header:
            return RESCUED
        return SAVED if "saved ✓" in self.header else SILENT

    def echoes(self, judgement: Judgement) -> bool:
        """Whether the first line is about this judgement and says whether it is saved."""
        words = JUDGEMENTS[judgement.key][0]
        # Where a reason needs the room the prediction's name gives way.
        whole = f"{words} · {judgement.subject} " if self.state() == SAVED else words
        return self.state() != SILENT and whole in self.header

    def judge(self, key: str, patience: float = 20.0) -> Judgement:
        """Presses a judgement's key and takes down what the screen says of it."""
        self.settle()
        judgement = Judgement(self.selected() or "", key)
        self.judgements.append(judgement)
        for _ in range(20):
            self.press(key)
            if not self.wait(lambda: "too fast" in self.screen.text() or self.echoes(judgement), patience):
                return judgement
            self.settle()
            if "too fast" not in self.screen.text():
                break
            self.pause(0.1)
            self.press("K")
            self.wait(lambda: "too fast" not in self.screen.text(), 5)
        judgement.state = self.state()
        if judgement.state == SAVED:
            # The sign is about everything: nothing waits any more.
            for earlier in self.judgements:
                if earlier.state in (UNSAVED, SILENT):
                    earlier.state = SAVED
        return judgement

    def next(self) -> None:
        before = self.selected()
        self.press("j")
        self.wait(lambda: self.selected() not in (before, None), 5)

    def judge_several(self, count: int, keys: str = "xu") -> None:
        """Judges one prediction after the other, until the program ends at the latest."""
        for number in range(count):
            if self.has_ended():
                return
            self.judge(keys[number % len(keys)])
            if not self.has_ended():
                self.next()

    def leave(self, patience: float = 20.0) -> int | None:
        self.press("q")
        self.wait(lambda: "leave" in self.screen.text(), 1)
        if not self.has_ended():
            self.press("q")
        return self.wait_for_end(patience)

    def close_all_and_leave(self) -> None:
        """Closes whatever is open, and leaves the program."""
        for _ in range(10):
            if not self.has_ended():
                self.press("\x1b")
                self.pause(0.06)
                self.press("q")
                self.wait(self.has_ended, 0.5)

    def wait_for_end(self, patience: float = 20.0) -> int | None:
        self.wait(self.has_ended, patience)
        # What it sent last may still lie in the terminal.
        self.settle()
        return self.status

    def is_restored(self) -> bool:
        """The line's modes are those of before, and the other screen is left."""
        return termios.tcgetattr(self.slave) == self.modes and not self.screen.is_alternate

    def close(self) -> None:
        if not self.has_ended():
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        for descriptor in (self.master, self.slave) if self.is_open else (self.slave,):
            os.close(descriptor)
        self.is_open = False

    def __enter__(self) -> "Sitting":
        return self

    def __exit__(self, *_) -> None:
        self.close()
