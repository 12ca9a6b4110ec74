"""Measurements of spotcheck beside its peers: the same work on the same files, run in turn."""
