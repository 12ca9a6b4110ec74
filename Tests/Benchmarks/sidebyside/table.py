"""Figures as a Markdown table, and its place in a README."""

import re

from .measure import Figures

BEGIN = "<!-- benchmarks -->"
END = "<!-- /benchmarks -->"


def heading() -> list[str]:
    return ["| work | program | time | peak memory | time over spotcheck's |", "|---|---|--:|--:|--:|"]


def rows(work: str, count: int, figures: dict[str, Figures]) -> list[str]:
    ours = figures["spotcheck"].time
    return [
        f"| {work}, {count:,} | {name} | {figure.time:.2f} s | {figure.memory:.0f} MB | "
        f"{figure.time / ours:.1f}x |"
        for name, figure in figures.items()
    ]


def write_into(path: str, lines: list[str]) -> None:
    """Puts the table between the two marks of the file."""
    with open(path) as file:
        text = file.read()
    if BEGIN not in text or END not in text:
        raise SystemExit(f"{path} has no place for the table: {BEGIN} and {END}")
    table = "\n".join([BEGIN, *lines, END])
    with open(path, "w") as file:
        file.write(re.sub(f"{BEGIN}.*?{END}", lambda _: table, text, flags=re.DOTALL))
