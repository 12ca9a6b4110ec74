"""What is left after a fault, compared with what the screen had said."""

import json
import subprocess
from collections import Counter
from pathlib import Path

from . import ledger
from .sitting import Judgement, environment


def run(program: str, folder: Path, *arguments: str, **changes: str | None) -> subprocess.CompletedProcess:
    return subprocess.run(
        [program, *arguments], cwd=folder, env=environment(folder, **changes), text=True,
        stdin=subprocess.DEVNULL, capture_output=True, errors="replace", timeout=120)


def verification(program: str, folder: Path, *names: str) -> dict:
    """What `ledger verify` says of files of a folder."""
    return json.loads(run(program, folder, "ledger", "verify", "--format", "json", *names).stdout)


def reviewed(program: str, folder: Path) -> set[str]:
    """The keys of predictions that have a review, as the program reads the ledger for a report."""
    answer = run(program, folder, "export", "--all", "--format", "jsonl", "run.jsonl")
    rows = [json.loads(line) for line in answer.stdout.splitlines()]
    return {row["key"] for row in rows if row.get("reviews")}


def check(program: str, folder: Path, judgements: list[Judgement], tally: Counter,
          writers: int = 1) -> list[str]:
    """Counts what must never be; returns what was wrong in words."""
    contents = ledger.read(folder)
    events = [event for event in contents.events if event["event"] == "review"]
    acknowledged = [judgement for judgement in judgements if judgement.is_acknowledged]
    lost = [judgement for judgement in acknowledged
            if not any(judgement.is_in(event) for event in events)]
    extra = len(events) - (len(acknowledged) - len(lost))
    names = [name for name in contents.files if contents.files[name]]
    wrongs = [f"{judgement.key} of {judgement.subject} was {judgement.state} and is lost"
              for judgement in lost]
    damaged_read = later_lost = 0
    if names:
        found = verification(program, folder, *names)
        for file in found["files"]:
            readable = sum(1 for line in contents.files[file["path"]] if line.event)
            damaged_read += max(0, file["events"] - readable)
            later_lost += max(0, readable - file["events"])
        subjects = {event["item"]["key"] for event in events}
        if (read := reviewed(program, folder)) != subjects:
            later_lost += len(subjects - read)
            damaged_read += len(read - subjects)
            wrongs.append(f"the program reads other reviews: {sorted(read ^ subjects)}")
    if broken := contents.broken_links():
        wrongs.append(f"{broken} lines name a line that is nowhere")
    if repeated := contents.repeated():
        wrongs.append(f"{repeated} lines or numbers twice")
    if extra > writers:
        wrongs.append(f"{extra} reviews that were never acknowledged")
    if damaged_read or later_lost:
        wrongs.append(f"{damaged_read} damaged lines read, {later_lost} readable lines lost")
    tally.update({
        "acknowledged": len(acknowledged), "lost": len(lost), "damaged read": damaged_read,
        "later lost": later_lost, "extra": extra})
    return wrongs
