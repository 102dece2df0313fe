"""Where an article comes from, before it is read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A file, or standard input if ``path`` is ``None``. Nothing has been read yet.

    ``path`` is as the user gave it, or found below a folder that was given. It is untrusted.
    """

    path: str | None

    @property
    def name(self) -> str:
        """What to call it in messages and lists; pass it through ``newsreader.text``."""
        return "standard input" if self.path is None else self.path
