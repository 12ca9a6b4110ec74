"""Ledgers as the format describes them, read without any code of the program."""

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Line:
    data: bytes
    is_whole: bool
    event: dict | None

    @property
    def digest(self) -> str:
        return "sha256:" + hashlib.sha256(self.data).hexdigest()


def without_repeats(pairs: list) -> dict:
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        raise ValueError("a key twice")
    return dict(pairs)


def event(data: bytes) -> dict | None:
    """The event of a line, or nothing where it is damaged."""
    try:
        found = json.loads(data.decode("utf-8"), object_pairs_hook=without_repeats)
    except (ValueError, RecursionError):
        return None
    needed = {"at": str, "by": str, "event": str, "id": str, "seq": int, "writer": str}
    if not isinstance(found, dict):
        return None
    return found if all(isinstance(found.get(key), kind) for key, kind in needed.items()) else None


def lines(data: bytes) -> list[Line]:
    """The lines that hold something; a last one without its line break is not whole."""
    parts = data.split(b"\n")
    found = []
    for place, part in enumerate(parts):
        if part.strip():
            found.append(Line(part, place + 1 < len(parts), event(part)))
    return found


@dataclass
class Contents:
    """All files of one ledger."""

    files: dict[str, list[Line]] = field(default_factory=dict)

    @property
    def events(self) -> list[dict]:
        """Every event once, in the order of their numbers."""
        found = {line.event["id"]: line.event
                 for name in self.files for line in self.files[name] if line.event}
        return sorted(found.values(), key=lambda event: (event["seq"], event["id"]))

    @property
    def damaged(self) -> int:
        return sum(1 for name in self.files for line in self.files[name] if not line.event)

    def broken_links(self) -> int:
        """Events that name a line before them that is nowhere."""
        known = {line.digest for name in self.files for line in self.files[name]}
        return sum(
            1 for name in self.files for line in self.files[name]
            if line.event and "prev" in line.event and line.event["prev"] not in known)

    def repeated(self) -> int:
        """Lines of one file that are there twice, and numbers that one writer gave twice."""
        count = 0
        numbers: dict[tuple, str] = {}
        for name in self.files:
            whole = [line.data for line in self.files[name] if line.event]
            count += len(whole) - len(set(whole))
        for one in self.events:
            if numbers.setdefault((one["writer"], one["seq"]), one["id"]) != one["id"]:
                count += 1
        return count


def read(folder: Path) -> Contents:
    """The ledger of a sitting: its files, and rescue files beside it or in the state folder."""
    contents = Contents()
    for path in sorted(folder.glob("ledger/*.jsonl")) + sorted(folder.glob("state/spotcheck/*.rescue-*.jsonl")):
        contents.files[str(path.relative_to(folder))] = lines(path.read_bytes())
    return contents
