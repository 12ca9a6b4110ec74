"""The scenarios by name, in the order in which they run."""

from . import (
    clocks, errors, kills, locks, merging, networks, replacing, soaking, tampering, tearing, terminal, waiting, writers)

SCENARIOS = {
    "kill-at-calls": kills.kill_at_calls,
    "kill-at-times": kills.kill_at_times,
    "calls-fail": errors.calls_fail,
    "folders-fail": errors.folders_fail,
    "full-disks": errors.full_disks,
    "locks": locks.locks,
    "waiting": waiting.waiting,
    "ledger-changes": replacing.ledger_changes,
    "merges": merging.merges,
    "input-changes": replacing.input_changes,
    "many-writers": writers.many_writers,
    "networks": networks.networks,
    "clocks": clocks.clocks,
    "tampering": tampering.tampering,
    "torn-tails": tearing.torn_tails,
    "unsynced": tearing.unsynced,
    "ways-out": terminal.ways_out,
    "resizes": terminal.resizes,
    "terminals": terminal.terminals,
    "soak": soaking.soak,
}
