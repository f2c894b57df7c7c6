"""Drills: real servers under load that are killed, locked out, filled up, restored. Run by `make test-long`.

Each has a database of its own, ends only what it started, is bounded in count and time, and prints its seed and what
it found. Only what devices were told is the truth: what they heard "applied" of has to be in the database, once.
`DRILL_SEED` repeats a run; `DRILL_KILLS`, `DRILL_RESTARTS` and `DRILL_SECONDS` make one longer.
"""
