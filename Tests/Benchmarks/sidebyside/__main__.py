"""Runs all comparisons and prints the tables."""

import argparse
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
    input = make(options.files, options.rows, "usual", "jsonl")
    figures = side_by_side(finding(options.program), input, options.repeats)
    lines += table.rows("index all rows and find a text, usual rows, jsonl", options.rows, figures)
    print("\n".join(lines[-len(figures):]), flush=True)
    lines += growth(options)
    print("\n" + "\n".join(lines + [""] + latencies(options, input.path)))
    if options.readme:
        table.write_into("README.md", lines)


def growth(options) -> list[str]:
    """How peak memory grows with the rows, beginning with a tenth."""
    counts = []
    for rows in (options.rows // 10, options.rows):
        input = make(options.files, rows, "usual", "jsonl")
        figures = side_by_side(counting(options.program)[:2], input, 1)
        counts.append({name: figure.memory for name, figure in figures.items()})
    return [
        f"| memory for {options.rows:,} rows over that for a tenth | {name} | | "
        f"{counts[1][name]:.0f} MB | {counts[1][name] / counts[0][name]:.1f}x |"
        for name in counts[0]
    ]


def latencies(options, path: str) -> list[str]:
    """The times that a person feels."""
    starts = [latency.first_screen(options.program, path) for _ in range(options.repeats)]
    during = latency.keys(options.program, path, settle_first=0)
    after = latency.keys(options.program, path, settle_first=20)
    return [
        f"first screen: {1000 * statistics.median(starts):.0f} ms",
        f"key to finished screen while indexing: median {1000 * during[0]:.1f} ms, "
        f"99 of 100 under {1000 * during[1]:.1f} ms",
        f"key to finished screen afterwards: median {1000 * after[0]:.1f} ms, "
        f"99 of 100 under {1000 * after[1]:.1f} ms",
    ]


main()
