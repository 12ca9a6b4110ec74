"""Times from a key to the finished screen, through a pseudo-terminal."""

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import tempfile
import termios
import time
from dataclasses import dataclass

# A screen is finished when nothing has come for so long.
QUIET = 0.02


class Screen:
    """A sitting of the program in a terminal of 120x36."""

    def __init__(self, program: str, path: str):
        self.folder = tempfile.TemporaryDirectory()
        self.begin = time.perf_counter()
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.environ |= {
                "TERM": "xterm-256color",
                "XDG_STATE_HOME": self.folder.name,
                "XDG_CACHE_HOME": self.folder.name,
            }
            os.execv(program, [program, path, "--practice"])
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))

    def settle(self, patience: float = 10.0, quiet: float = QUIET) -> float | None:
        """Waits until nothing comes for `quiet` seconds; returns when the last byte came, if any."""
        last = None
        while True:
            limit = quiet if last else patience
            if not select.select([self.terminal], [], [], limit)[0]:
                return last
            os.read(self.terminal, 1 << 16)
            last = time.perf_counter()

    def wait(self, seconds: float) -> None:
        """Lets time pass, reading what comes: a terminal that is not read would hold the program up."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            if select.select([self.terminal], [], [], left)[0]:
                os.read(self.terminal, 1 << 16)

    def press(self, key: bytes, quiet: float = QUIET) -> float | None:
        """Seconds from the key to the last byte of what it changed, if it changed anything."""
        begin = time.perf_counter()
        os.write(self.terminal, key)
        end = self.settle(patience=2, quiet=quiet)
        return end - begin if end else None

    def close(self) -> None:
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.terminal)
        self.folder.cleanup()


# Views are closed by the key that opens them, since `q` would leave where one did not open.
KEYS = [b"j", b"j", b"k", b"G", b"g", b"r", b"r", b"d", b"d", b"?", b"?"]
# Lists another tier, which goes over all rows in the background.
TIER = b"\t"


def first_screen(program: str, path: str) -> float:
    """Seconds from the start until something that is not an escape sequence is on the screen."""
    screen = Screen(program, path)
    seen = b""
    while b"spotcheck" not in seen:
        seen += os.read(screen.terminal, 1 << 16)
    seconds = time.perf_counter() - screen.begin
    screen.close()
    return seconds


@dataclass
class Latency:
    """Seconds per key."""

    median: float
    worst_of_hundred: float
    # Until the list of another tier is there.
    tier: float


def keys(program: str, path: str, settle_first: float, quiet: float = 2.0) -> Latency:
    """Presses keys, beginning after `settle_first` seconds.

    The list of another tier is there when nothing has come for `quiet` seconds.
    """
    screen = Screen(program, path)
    screen.settle()
    # Whatever card lies over the list.
    screen.press(b" ")
    screen.wait(settle_first)
    pressed = []
    tiers = []
    for _ in range(8):
        pressed += [screen.press(key) for key in KEYS]
        tiers.append(screen.press(TIER, quiet=quiet))
    screen.close()
    times = sorted(seconds for seconds in pressed if seconds)
    return Latency(
        statistics.median(times), times[int(len(times) * 0.99)],
        statistics.median(seconds for seconds in tiers if seconds))
