"""The work that is compared, as command lines, and how each answer is read."""

import json
import sys
from dataclasses import dataclass
from typing import Callable

from .generate import NEEDLE, Input

# Rows of each tier and of each value of each segment, and how many of them are right:
# {"tier easy": [841, 790], "region EU": [250, 214], …}.
Answer = dict

_TIER = "case when confidence>=0.9 then 'easy' when confidence>=0.5 then 'ambiguous' else 'hard' end"

_DUCKDB = """
import duckdb, json, sys
read, tier, *columns = sys.argv[1:]
# Or a bar would stand before the answer of what takes longer.
duckdb.execute("set enable_progress_bar = false")
names, sets = ", ".join(columns), ", ".join(f"({column})" for column in columns)
rows = duckdb.sql(
    f"select {names}, count(*), count(*) filter (output = target) "
    f"from (select *, {tier} as tier from {read}) group by grouping sets ({sets})")
print(json.dumps({
    f"{name} {value}": row[-2:] for row in rows.fetchall()
    for name, value in zip(columns, row) if value is not None}))
"""

_POLARS = """
import json, polars as pl, sys
scan, path, *columns = sys.argv[1:]
rows = getattr(pl, scan)(path).with_columns(
    tier=pl.when(pl.col("confidence") >= 0.9).then(pl.lit("easy"))
    .when(pl.col("confidence") >= 0.5).then(pl.lit("ambiguous")).otherwise(pl.lit("hard")),
    right=pl.col("output") == pl.col("target"))
counts = pl.collect_all([
    rows.group_by(column).agg(n=pl.len(), right=pl.col("right").sum()) for column in columns
], engine="streaming")
print(json.dumps({
    f"{name} {row[name]}": [row["n"], row["right"]]
    for name, count in zip(columns, counts) for row in count.to_dicts()}))
"""

# Loads all rows as the program does for its screen, then counts them column by column.
_VISIDATA = """
import json, sys
from visidata import vd
names = sys.argv[3:]
sheet = vd.openSource(sys.argv[1], filetype=sys.argv[2])
sheet.reload()
vd.sync()
columns = {column.name: column for column in sheet.columns}
counts = {}
for row in sheet.rows:
    values = {name: columns[name].getValue(row) for name in [*names[1:], "output", "target"]}
    confidence = float(columns["confidence"].getValue(row))
    values["tier"] = "easy" if confidence >= 0.9 else "ambiguous" if confidence >= 0.5 else "hard"
    for name in names:
        count = counts.setdefault(f"{name} {values[name]}", [0, 0])
        count[0] += 1
        count[1] += values["output"] == values["target"]
print(json.dumps(counts))
"""

_JQ = """
reduce inputs as $r ({}; (if $r.output == $r.target then 1 else 0 end) as $right
| (if $r.confidence >= 0.9 then "easy" elif $r.confidence >= 0.5 then "ambiguous" else "hard" end) as $t
| reduce ($r | {tier: $t} + {region, channel} | to_entries[] | select(.value)
    | "\\(.key) \\(.value)") as $key
  (.; .[$key][0] += 1 | .[$key][1] += $right))
"""


@dataclass(frozen=True)
class Peer:
    name: str
    command: Callable[[Input], list]
    read: Callable[[str], Answer]
    # Beyond this many rows one would wait too long.
    most_rows: int = 10**9
    formats: tuple = ("jsonl", "json", "csv")


def _spotcheck_answer(text: str) -> Answer:
    report = json.loads(text)
    slices = {f"tier {tier['tier']}": tier for tier in report["tiers"] if tier["count"]}
    slices |= {f"{slice['segment']} {slice['value']}": slice for slice in report["segments"]}
    return {name: [slice["count"], slice["automatic"]["events"]] for name, slice in slices.items()}


def _duckdb(input: Input) -> list:
    read = f"read_csv('{input.path}')" if input.format == "csv" else f"read_json('{input.path}')"
    return [sys.executable, "-c", _DUCKDB, read, _TIER, "tier", *input.segments]


def _polars(input: Input) -> list:
    scan = "scan_csv" if input.format == "csv" else "scan_ndjson"
    return [sys.executable, "-c", _POLARS, scan, input.path, "tier", *input.segments]


def _visidata(input: Input) -> list:
    return [
        sys.executable, "-c", _VISIDATA, input.path, input.format, "tier", *input.segments,
    ]


def counting(program: str) -> list[Peer]:
    """Counting rows per tier and segment, and those that are right: what the report says of them."""
    return [
        Peer(
            "spotcheck",
            lambda input: [program, "report", "--format", "json", "--no-cache", input.path],
            _spotcheck_answer,
        ),
        Peer("DuckDB", _duckdb, json.loads),
        Peer("polars", _polars, json.loads, formats=("jsonl", "csv")),
        Peer(
            "jq", lambda input: ["jq", "-n", _JQ, input.path], json.loads, 1_000_000, ("jsonl",)
        ),
        Peer("VisiData", _visidata, json.loads, 1_000_000, ("jsonl", "csv")),
    ]


def finding(program: str, is_cached: bool) -> list[Peer]:
    """Counting the rows that hold a text, with the index kept from the last time or made anew."""
    cache = [] if is_cached else ["--no-cache"]
    return [
        Peer(
            "spotcheck",
            lambda input: [
                program, "report", "--format", "json", *cache, "--where", f'"{NEEDLE}"', input.path,
            ],
            lambda text: {"rows": json.loads(text)["predictions"]},
        ),
        Peer(
            "grep",
            lambda input: ["grep", "-c", "-F", NEEDLE, input.path],
            lambda text: {"rows": int(text)},
        ),
    ]
