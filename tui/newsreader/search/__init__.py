"""The fuzzy index over quotes."""
