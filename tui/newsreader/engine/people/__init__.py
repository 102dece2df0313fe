"""Stage 5: who is who. Mentions joined into speakers, and each attribution given its speaker."""

from newsreader.engine.people.resolve import People, resolve_people

__all__ = ["People", "resolve_people"]
