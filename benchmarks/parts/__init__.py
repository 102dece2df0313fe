"""The parts of the benchmark: each module has ``measure() -> list[Figure]``."""
