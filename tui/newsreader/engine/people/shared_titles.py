"""Titles in the plural, of all who are named behind them: "Sens. Ana Ruiz and Ed Lund"."""

from __future__ import annotations

from newsreader.engine.document import Document
from newsreader.engine.people.entities import Mention
from newsreader.engine.people.forms import key
from newsreader.engine.people.lexicon import pairs, singular
from newsreader.engine.people.roles import Role

_GAP = 8
"""Tokens between two who share a title: ", R-Kan., and"."""
_LINKS = frozenset([",", "and", "(", ")", "&", "of", "."])


class SharedTitles:
    """Asked for each person's mention in text order."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self._role: Role | None = None
        self._end = 0

    def role(self, mention: Mention) -> Role | None:
        """The role by a title that stands in the plural before this or an earlier name."""
        first = mention.tokens[0]
        named = self._title(first - 1)
        if named is not None:
            self._role = named
        elif self._role is None or not self._goes_on(first):
            self._role = None
        self._end = mention.tokens[1]
        return self._role

    def _title(self, token: int) -> Role | None:
        if token < 0 or not self._doc.words[token][0].isupper():
            return None
        plural = key(self._doc.words[token])
        bare = plural.removesuffix(".").removesuffix("s")
        titles = pairs("titles_role")
        title = titles.get(bare + ".") or titles.get(singular(plural), "")
        if plural.removesuffix(".")[-1:] != "s" or titles.get(plural, title) != title or not title:
            return None
        lower = title.lower()
        return Role(title, lower, frozenset(lower.split()), frozenset(lower.split()), 2.0)

    def _goes_on(self, first: int) -> bool:
        """Whether only what stands between names of a list lies behind the one before."""
        between = self._doc.words[self._end : first]
        return (
            0 < len(between) <= _GAP
            and ("," in between or "and" in between)
            and all(word in _LINKS or word[0].isupper() for word in between)
        )
