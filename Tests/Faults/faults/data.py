"""Predictions that the harness makes up itself: plain ones, and ones that try to do harm."""

import json
import random
from pathlib import Path


def predictions(count: int, first: int = 1) -> str:
    """Rows of which each is surer than the next, so the list begins with the last."""
    return "".join(
        json.dumps({
            "id": f"case-{number}", "input": f"Question {number}?", "output": f"Answer {number}.",
            "target": "Answer.", "confidence": round(0.99 - number / 10_000, 4)}) + "\n"
        for number in range(first, first + count))


def text_of_anything(chance: random.Random) -> bytes:
    """The inside of a JSON string that a careful program survives; not always valid UTF-8."""
    pieces = []
    for _ in range(chance.randint(1, 12)):
        pieces.append(chance.choice(MAKERS)(chance))
    return b"".join(pieces)


MAKERS = [
    lambda chance: b"plain words and more of them ",
    # Escape sequences, as JSON may write them and as C1 controls.
    lambda chance: b"\\u001b[" + str(chance.randint(0, 99)).encode() + chance.choice(
        [b"J", b"H", b"m", b"c", b"n", b"r", b"h"]),
    lambda chance: b"\\u001b]0;title\\u0007" + b"\\u009b2J\\u0090q\\u009c",
    # What is no UTF-8: a cut character, an overlong one, a surrogate, a lone byte.
    lambda chance: chance.choice([b"\xe2\x82", b"\xc0\x9b", b"\xed\xa0\x80", b"\xff", b"\xf5\x80\x80\x80"]),
    lambda chance: chance.choice([b"\\ud800", b"\\udfff", b"\\ud83d\\ud83d", b"\\u0000"]),
    # Directions, invisible characters, and clusters without end.
    lambda chance: "\u202e\u2066\u200f\u2069\u061c".encode() + b"abc" + "\u202c".encode(),
    lambda chance: "\u200b\u200d\ufeff\U000e0041\ufe0f".encode() * chance.randint(1, 9),
    lambda chance: b"e" + "\u0301\u0489".encode() * chance.choice([1, 50, 2_000]),
    lambda chance: "👩‍👩‍👧‍👦🏳️‍🌈🇩🇪각한不对".encode() * chance.randint(1, 30),
    lambda chance: b"x" * chance.choice([1, 200, 20_000]),
    lambda chance: b"\\n\\t\\r\\b" * chance.randint(1, 20),
]


def hostile_row(number: int, chance: random.Random) -> bytes:
    """A row; one in eight is cut off, nested without end or something else than an object."""
    key = b"case-%d" % number
    row = b'{"id":"%s","input":"%s","output":"%s","target":"%s","confidence":0.%03d}' % (
        key, text_of_anything(chance), text_of_anything(chance),
        text_of_anything(chance), chance.randint(1, 999))
    match chance.randint(0, 23):
        case 0:
            return row[: chance.randint(1, len(row) - 1)].replace(b"\n", b"")
        case 1:
            return b'{"id":"%s","input":' % key + b"[" * chance.choice([10, 600, 40_000])
        case 2:
            return chance.choice([b"[]", b"null", b'"text"', b"1e999", b"{}", b"\x00" * 40])
    return row


def write_hostile(path: Path, count: int, chance: random.Random) -> None:
    rows = [hostile_row(number, chance) for number in range(1, count + 1)]
    path.write_bytes(b"\n".join(rows) + chance.choice([b"", b"\n"]))
