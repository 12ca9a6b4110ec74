"""Runs of an intent classifier, made up: short, usual and chat-length rows in three formats."""

import csv
import json
import os
import random
import subprocess
import sys
from dataclasses import dataclass

WORDS = (
    "the my card parcel refund order app keeps not arrived please help with account number payment "
    "declined late delivery address change cancel subscription invoice double charged login code "
    "phone email website broken slow thanks hello again today yesterday week agent said promised"
).split()
LABELS = ["billing", "fraud", "delivery", "account", "returns", "product", "cancel", "other"]
REGIONS = ["EU", "US", "APAC", "LATAM"]
CHANNELS = ["app", "email", "chat", "phone", "web"]

# How many words an input has: a row of about 60, 450 or 2,500 bytes.
LENGTHS = {"short": 0, "usual": 46, "chat": 420}

# A text that one row in two hundred holds: what find looks for.
NEEDLE = "Quality Promise"


@dataclass(frozen=True)
class Input:
    """A generated file."""

    path: str
    rows: int
    kind: str
    format: str

    @property
    def segments(self) -> list[str]:
        """The fields that rows are counted by, beside the tier."""
        return ["region", "channel"] if LENGTHS[self.kind] else []

    @property
    def name(self) -> str:
        return f"{self.kind} rows, {self.format}"


def make(folder: str, rows: int, kind: str, format: str) -> Input:
    """The file, which is only written where it is not there yet.

    Another process writes it: what this one has in memory would count as memory of the programs
    that it starts.
    """
    path = os.path.join(folder, f"{kind}-{rows}.{format}")
    if not os.path.exists(path):
        os.makedirs(folder, exist_ok=True)
        part = path + ".part"
        subprocess.run([sys.executable, "-m", __name__, part, str(rows), kind, format], check=True)
        os.rename(part, path)
    return Input(path, rows, kind, format)


def _predictions(rows: int, kind: str):
    """Rows that repeat after a while but for their number: making them must not take all day."""
    chance = random.Random(7)
    pool = [_prediction(chance, kind) for _ in range(min(rows, 20_000))]
    for number in range(rows):
        row = dict(pool[number % len(pool)])
        row["id"] = f"r-{number:08}"
        yield row


def _prediction(chance: random.Random, kind: str) -> dict:
    output = chance.choice(LABELS)
    row = {"id": ""}
    if LENGTHS[kind]:
        text = " ".join(chance.choices(WORDS, k=LENGTHS[kind]))
        row["input"] = text + (f" {NEEDLE}" if chance.random() < 0.005 else "")
    row["output"] = output
    row["target"] = output if chance.random() < 0.86 else chance.choice(LABELS)
    row["confidence"] = round(chance.random() ** 0.3, 4)
    if LENGTHS[kind]:
        row |= {
            "region": chance.choice(REGIONS),
            "channel": chance.choice(CHANNELS),
            "model": "intents-v7",
            "latency_ms": chance.randint(80, 900),
        }
    return row


def _write_lines(file, rows) -> None:
    for row in rows:
        file.write(json.dumps(row, separators=(",", ":")) + "\n")


def _write_array(file, rows) -> None:
    file.write("[")
    for place, row in enumerate(rows):
        file.write((",\n" if place else "\n") + json.dumps(row, separators=(",", ":")))
    file.write("\n]\n")


def _write_table(file, rows) -> None:
    writer = None
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(file, row.keys(), lineterminator="\n")
            writer.writeheader()
        writer.writerow(row)


_WRITERS = {"jsonl": _write_lines, "json": _write_array, "csv": _write_table}


if __name__ == "__main__":
    path, rows, kind, format = sys.argv[1:]
    with open(path, "w", newline="") as file:
        _WRITERS[format](file, _predictions(int(rows), kind))
