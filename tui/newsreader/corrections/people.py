"""The speakers of an article while corrections are applied: found by name, added, merged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from newsreader.article import Span, Speaker, SpeakerKind
from newsreader.corrections.drafts import DraftSpeaker


class People:
    """Speakers by name, each name once."""

    def __init__(self, text: str, speakers: Iterable[Speaker]) -> None:
        self._text = text
        self._places = 0
        self._by_name: dict[str, DraftSpeaker] = {}
        self._taken: bytearray | None = None
        self._occurrences: dict[str, tuple[Span, ...]] = {}
        for each in speakers:
            draft = self._by_name.get(each.name) or self._create(each.name, each.kind, each.role)
            draft.mentions.update(each.mentions)
            draft.corrected = draft.corrected or each.corrected

    def __iter__(self) -> Iterator[DraftSpeaker]:
        return iter(self._by_name.values())

    def find(self, name: str) -> DraftSpeaker | None:
        """Who has this name now."""
        return self._by_name.get(name) or self._by_name.get(" ".join(name.split()))

    def add(self, name: str, rests_on: Callable[[Span, DraftSpeaker], bool]) -> DraftSpeaker:
        """A person that the engine does not know, mentioned wherever the text has the whole name
        and it is no part of another's mention.

        Who was taken to be mentioned by this very name ("Laura Bush" for "Bush") no longer is,
        unless the name is part of the own one, or a quote ``rests_on`` that mention.
        """
        if name not in self._occurrences:  # the whole text is read for a name only once
            self._occurrences[name] = tuple(_occurrences(self._text, name))
        found = set(self._occurrences[name])
        mentions = {span for span in self._occurrences[name] if self._take(span)}
        for other in self:
            if name not in other.name:
                theirs = found & other.mentions
                freed = {span for span in theirs if not rests_on(span, other)}
                other.mentions -= freed
                mentions |= freed
        draft = self._create(name, "person", None)
        draft.corrected, draft.mentions = True, mentions
        return draft

    def named(self, name: str) -> DraftSpeaker:
        """Who has this name; somebody without mentions, if the analysis lacks its own speaker."""
        return self._by_name.get(name) or self._create(name, "person", None)

    def merge(self, parts: Sequence[DraftSpeaker], name: str) -> None:
        """Make ``parts`` one speaker called ``name``. Who has that name already, among them, says
        what kind of speaker it is and its role, if it has one; else who is quoted most."""
        ranked = sorted(parts, key=lambda each: (each.name == name, each.weight), reverse=True)
        host = max(parts, key=lambda each: len(each.quotes) + len(each.mentions))
        kinds = [each.kind for each in ranked if each.kind != "unnamed"]
        role = next((each.role for each in ranked if each.role), None)
        place = min(each.place for each in parts)
        for each in parts:
            del self._by_name[each.name]
            if each is not host:
                host.mentions |= each.mentions
                for quote in tuple(each.quotes):
                    quote.assign(host)
        # Descriptions only: called by a name now, they are a person's.
        is_name = any(word[0].isupper() for word in name.split())
        host.kind = kinds[0] if kinds else "person" if is_name else "unnamed"
        host.name, host.role, host.place, host.corrected = name, role, place, True
        self._by_name[name] = host

    def _create(self, name: str, kind: SpeakerKind, role: str | None) -> DraftSpeaker:
        draft = DraftSpeaker(name, kind, role, self._places)
        self._places += 1
        self._by_name[name] = draft
        return draft

    def _take(self, span: Span) -> bool:
        """Whether nobody is mentioned there so far; from now on somebody is."""
        if self._taken is None:
            self._taken = bytearray(len(self._text))
            for person in self:
                for start, end in person.mentions:
                    self._mark(start, end)
        if any(self._taken[slice(*span)]):
            return False
        self._mark(*span)
        return True

    def _mark(self, start: int, end: int) -> None:
        assert self._taken is not None
        start, end = max(0, start), min(end, len(self._taken))
        if start < end:
            self._taken[start:end] = b"\1" * (end - start)


def _occurrences(text: str, name: str) -> Iterator[Span]:
    """Where the text has ``name`` as whole words."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            yield start, end
        start = text.find(name, end)
