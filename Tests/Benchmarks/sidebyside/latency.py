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

    def settle(self, patience: float = 10.0) -> float | None:
        """Waits until the screen is finished; returns when its last byte came, if any did."""
        last = None
        while True:
            limit = QUIET if last else patience
            if not select.select([self.terminal], [], [], limit)[0]:
                return last
            os.read(self.terminal, 1 << 16)
            last = time.perf_counter()

    def press(self, key: bytes) -> float | None:
        """Seconds from the key to the last byte of what it changed, if it changed anything."""
        begin = time.perf_counter()
        os.write(self.terminal, key)
        end = self.settle(patience=0.5)
        return end - begin if end else None

    def close(self) -> None:
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.terminal)
        self.folder.cleanup()


KEYS = [b"j", b"j", b"k", b"\t", b"G", b"g", b"J", b"r", b"q", b"d", b"d", b"?", b"q"]


def first_screen(program: str, path: str) -> float:
    """Seconds from the start until something that is not an escape sequence is on the screen."""
    screen = Screen(program, path)
    seen = b""
    while b"spotcheck" not in seen:
        seen += os.read(screen.terminal, 1 << 16)
    seconds = time.perf_counter() - screen.begin
    screen.close()
    return seconds


def keys(program: str, path: str, settle_first: float) -> tuple[float, float]:
    """Median and 99th percentile of seconds per key, beginning after `settle_first` seconds."""
    screen = Screen(program, path)
    screen.settle()
    time.sleep(settle_first)
    screen.press(b" ")
    pressed = [screen.press(key) for _ in range(8) for key in KEYS]
    times = sorted(seconds for seconds in pressed if seconds)
    screen.close()
    return statistics.median(times), times[int(len(times) * 0.99)]
