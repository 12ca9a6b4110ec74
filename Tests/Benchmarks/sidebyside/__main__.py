"""Runs all comparisons and prints the tables."""

import argparse
import os
import statistics

from . import latency, table
from .generate import make
from .measure import side_by_side
from .peers import counting, finding


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--files", required=True, help="where generated files are kept")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--kinds", default="short,usual,chat")
    parser.add_argument("--formats", default="jsonl,json,csv")
    parser.add_argument("--readme", action="store_true", help="write the table into README.md")
    options = parser.parse_args()

    lines = table.heading()
    for kind in options.kinds.split(","):
        for format in options.formats.split(","):
            # Chats of a million rows are as many bytes as five times the others.
            rows = options.rows // 5 if kind == "chat" else options.rows
            input = make(options.files, rows, kind, format)
            figures = side_by_side(counting(options.program), input, options.repeats)
            lines += table.rows(f"count, {input.name}", rows, figures)
            print("\n".join(lines[-len(figures):]), flush=True)
    # Indexes that are kept lie beside the files, not among those of whoever runs this.
    os.environ["XDG_CACHE_HOME"] = os.path.join(os.path.abspath(options.files), "cache")
    input = make(options.files, options.rows, "usual", "jsonl")
    for work, is_cached in [
        ("index all rows and find a text", False), ("find a text, with the index kept", True)
    ]:
        figures = side_by_side(finding(options.program, is_cached), input, options.repeats)
        lines += table.rows(f"{work}, {input.name}", options.rows, figures)
        print("\n".join(lines[-len(figures):]), flush=True)
    lines += growth(options)
    print("\n" + "\n".join(lines + [""]), flush=True)
    for rows in (options.rows // 500, options.rows, options.rows * 10):
        for line in latencies(options, make(options.files, rows, "usual", "jsonl")):
            print(line, flush=True)
    if options.readme:
        table.write_into("README.md", lines)


def growth(options) -> list[str]:
    """How peak memory grows from the rows to ten times as many."""
    lines = []
    few, many = (
        make(options.files, rows, "usual", "jsonl") for rows in (options.rows, options.rows * 10)
    )
    for work, peers in [
        ("count", counting(options.program)[:2]),
        ("index", finding(options.program, is_cached=False)[:1]),
    ]:
        before = side_by_side(peers, few, 1)
        for name, figure in side_by_side(peers, many, 1).items():
            lines.append(
                f"| {work}, memory for {many.rows:,} rows over that for a tenth | {name} | | "
                f"{figure.memory:.0f} MB | {figure.memory / before[name].memory:.1f}x |"
            )
    return lines


def latencies(options, input) -> list[str]:
    """The times that a person feels, as the file is opened for the first time."""
    starts = [latency.first_screen(options.program, input.path) for _ in range(options.repeats)]
    size = f"{os.path.getsize(input.path) / 1e6:,.0f} MB"
    lines = [f"{size}: first screen {1000 * statistics.median(starts):.0f} ms"]
    # While rows are still counted on the screen, something comes all the time.
    for moment, seconds, quiet in [
        ("while indexing", 0, latency.QUIET), ("afterwards", 3 + input.rows / 400_000, 2)
    ]:
        keys = latency.keys(options.program, input.path, settle_first=seconds, quiet=quiet)
        lines.append(
            f"{size}: key to finished screen {moment}: median {1000 * keys.median:.1f} ms, "
            f"99 of 100 under {1000 * keys.worst_of_hundred:.1f} ms, "
            f"the list of another tier {1000 * keys.tier:.0f} ms"
        )
    return lines


main()
