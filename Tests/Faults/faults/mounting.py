"""A small real disk: a tmpfs in a mount namespace of this process, which the program inherits."""

import contextlib
import ctypes
import os
import subprocess
from functools import cache
from pathlib import Path

NEW_MOUNTS = 0x20000


@cache
def why_not() -> str | None:
    """Why nothing can be mounted, if it cannot; otherwise this process is in its own namespace."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "only root may mount"
    try:
        unshare = ctypes.CDLL(None, use_errno=True).unshare
    except AttributeError:
        return "this system has no mount namespaces"
    if unshare(NEW_MOUNTS) != 0:
        return "no mount namespace to be had: " + os.strerror(ctypes.get_errno())
    if subprocess.run(["mount", "--make-rprivate", "/"], capture_output=True).returncode != 0:
        return "mounts cannot be kept from others"
    return None


@contextlib.contextmanager
def disk(folder: Path, size: str):
    """`folder` on a disk of `size`."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def make_read_only(folder: Path, is_on: bool = True) -> None:
    how = "ro" if is_on else "rw"
    subprocess.run(["mount", "-o", f"remount,{how}", str(folder)], check=True)
