"""The work that is compared, as command lines, and how each answer is read."""

import json
import sys
from dataclasses import dataclass
from typing import Callable

from .generate import NEEDLE, Input

# Rows per tier and how many of them are right: {"easy": (841, 790), …}.
Answer = dict

_TIER = "case when confidence>=0.9 then 'easy' when confidence>=0.5 then 'ambiguous' else 'hard' end"

_DUCKDB = """
import duckdb, json, sys
read = {read!r}.format(path=sys.argv[1])
rows = duckdb.sql(f"select {tier} as tier, count(*), count(*) filter (output = target) from {{read}} group by 1")
print(json.dumps({{tier: [n, right] for tier, n, right in rows.fetchall()}}))
"""

_POLARS = """
import json, polars as pl, sys
rows = pl.{scan}(sys.argv[1]).with_columns(
    tier=pl.when(pl.col("confidence") >= 0.9).then(pl.lit("easy"))
    .when(pl.col("confidence") >= 0.5).then(pl.lit("ambiguous")).otherwise(pl.lit("hard"))
).group_by("tier").agg(n=pl.len(), right=(pl.col("output") == pl.col("target")).sum())
print(json.dumps({{r["tier"]: [r["n"], r["right"]] for r in rows.collect(engine="streaming").to_dicts()}}))
"""

# Loads all rows as the program does for its screen, then counts them column by column.
_VISIDATA = """
import json, sys
from visidata import vd
sheet = vd.openSource(sys.argv[1], filetype=sys.argv[2])
sheet.reload()
vd.sync()
columns = {column.name: column for column in sheet.columns}
counts = {}
for row in sheet.rows:
    confidence, output, target = (
        columns[name].getValue(row) for name in ("confidence", "output", "target"))
    confidence = float(confidence)
    tier = "easy" if confidence >= 0.9 else "ambiguous" if confidence >= 0.5 else "hard"
    count = counts.setdefault(tier, [0, 0])
    count[0] += 1
    count[1] += output == target
print(json.dumps(counts))
"""

_JQ = """
reduce inputs as $r ({}; (if $r.confidence >= 0.9 then "easy" elif $r.confidence >= 0.5
then "ambiguous" else "hard" end) as $t | .[$t][0] += 1
| .[$t][1] += (if $r.output == $r.target then 1 else 0 end))
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
    tiers = json.loads(text)["tiers"]
    return {
        tier["tier"]: [tier["count"], tier["automatic"]["events"]] for tier in tiers if tier["count"]
    }


def _duckdb(input: Input) -> list:
    read = "read_csv('{path}')" if input.format == "csv" else "read_json('{path}')"
    return [sys.executable, "-c", _DUCKDB.format(read=read, tier=_TIER), input.path]


def _polars(input: Input) -> list:
    scan = "scan_csv" if input.format == "csv" else "scan_ndjson"
    return [sys.executable, "-c", _POLARS.format(scan=scan), input.path]


def _visidata(input: Input) -> list:
    return [sys.executable, "-c", _VISIDATA, input.path, input.format]


def counting(program: str) -> list[Peer]:
    """Counting rows per tier, and those that are right."""
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
