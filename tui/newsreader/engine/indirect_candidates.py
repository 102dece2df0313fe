"""For one reporting word outside quotation marks, who could be its source and what its content."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from newsreader.engine.attribution_candidates import Clauses
from newsreader.engine.cues import reporting_verbs
from newsreader.engine.source_mentions import Mention, mention_of
from newsreader.engine.wordlists import wordlist

_BOUNDARIES = frozenset(".|¶")
_MOST_SOURCES, _MOST_ENDS = 4, 7
_REACH = 60
_LONGEST = 120


@dataclass(slots=True)
class Source:
    """A mention that could speak: ``form`` as in ``attribution_candidates.Candidate``."""

    mention: Mention
    form: str
    rank: int


@dataclass(slots=True)
class Content:
    """A clause as a half-open range of places. ``shape`` is ``F`` (after the cue), ``B`` (before),
    ``W`` (all around: “the plan, he said, will fail”) or ``A`` (after “according to Ruiz,”);
    ``starter`` what opens it, ``stop`` what ends it."""

    start: int
    end: int
    shape: str
    starter: str
    stop: str


class Reports:
    """The reporting words of a skeleton with the sentences they stand in."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses
        symbols = clauses.skeleton.symbols
        self._bounds = [
            i
            for i, symbol in enumerate(symbols)
            if symbol in _BOUNDARIES and not (symbol == "." and symbols[i + 1 : i + 2] == ")")
        ]
        self._starts = [mention.start for mention in clauses.mentions]
        self._breaks = wordlist("clause_breaks")
        self._extra: dict[int, tuple[str, str]] = {}
        self._read_as_nouns()
        self.cues = sorted({*clauses.cues, *self._extra, *self._nouns()})

    def _read_as_nouns(self) -> None:
        """Reporting verbs that the lexicon takes for nouns: “experts note”, “Ruiz Says” in a
        headline."""
        clauses = self.clauses
        symbols, tokens, words = (
            clauses.skeleton.symbols,
            clauses.skeleton.tokens,
            clauses.doc.words,
        )
        verbs = reporting_verbs()
        for start, end in clauses.skeleton.phrases:
            for place in range(start + 1, end):
                if symbols[place] not in "NX" or tokens[place] < 0 or place in clauses.cue_at:
                    continue
                word = words[tokens[place]].lower()
                verb = verbs.get(word)
                if verb is None or symbols[place - 1] not in "NX#":
                    continue
                if symbols[place] == "N" and place + 1 < end:
                    continue
                self._extra[place] = (verb.lemma, "N" if symbols[place] == "N" else "X")

    def _nouns(self) -> list[int]:
        """Heads such as “claim” that somebody owns or that a “that” follows."""
        symbols = self.clauses.skeleton.symbols
        found = []
        for mention in self.clauses.mentions:
            if mention.kind == "REP" and not mention.possessor:
                owned = "'" in symbols[mention.start : mention.end] or symbols[mention.start] == "S"
                if owned or symbols[mention.end : mention.end + 1] == "t":
                    found.append(mention.end - 1)
        return found

    def sentence(self, place: int) -> tuple[int, int]:
        """The range of places of the sentence around ``place``."""
        at = bisect_left(self._bounds, place)
        low = self._bounds[at - 1] + 1 if at else 0
        high = self._bounds[at] if at < len(self._bounds) else len(self.clauses.skeleton.symbols)
        return max(low, place - _LONGEST), min(high, place + _LONGEST)

    def cue(self, place: int) -> tuple[str, str]:
        """Dictionary form and strength of the reporting word at ``place`` (``R`` for nouns)."""
        token = self.clauses.skeleton.tokens[place]
        return (
            self.clauses.cue_at.get(place)
            or self._extra.get(place)
            or (self.clauses.doc.words[token].lower(), "R")
        )

    def sources(self, place: int, low: int, high: int) -> list[Source]:
        """Who could speak, nearest first: before the cue, right after it, or its owner."""
        symbols, mentions = self.clauses.skeleton.symbols, self.clauses.mentions
        found: list[Source] = []
        strength = self.cue(place)[1]
        at = bisect_left(self._starts, place + 1)
        after = mentions[at] if at < len(mentions) else None
        if after is not None and after.end <= high and strength != "R":
            between = symbols[place + 1 : after.start]
            if strength == "P" and between == "P":
                found.append(Source(after, "acc", 0))
                if symbols[after.end : after.end + 1] == "P" and at + 1 < len(mentions):
                    of = mentions[at + 1]
                    if of.start <= after.end + 1 and of.end <= high:
                        found.append(Source(of, "acc", 1))
                return found
            by = between.endswith("P") and self._word(after.start - 1) == "by"
            if by or not between.strip("RT"):
                found.append(Source(after, "by" if by else "inv", 0))
        rank = others = 0
        while at > 0:
            at -= 1
            mention = mentions[at]
            if mention.start < low or mention.start < place - _REACH:
                break
            if mention.end > place and not mention.possessor:
                if mention.start < place and strength != "R" and not rank:
                    subject = mention_of(
                        self.clauses.doc, self.clauses.skeleton, mention.start, place
                    )
                    found.append(Source(subject, "fwd", rank))
                    rank += 1
                continue
            if rank >= _MOST_SOURCES and at and mentions[at - 1].start >= low:
                continue
            if mention.kind == "OTH":
                others += 1
                if others > 1 and mention.start - low > 2:
                    continue
            owns = mention.end > place - 3 and strength == "R"
            found.append(Source(mention, "own" if owns else "fwd", min(rank, _MOST_SOURCES)))
            rank += 1
        if symbols[place] == "G" and place - low < 4:
            comma = symbols.find(",", place + 2, high)
            at = bisect_left(self._starts, comma)
            if comma >= 0 and at < len(mentions) and mentions[at].start == comma + 1:
                found.append(Source(mentions[at], "sub", 0))
        return found

    def _word(self, place: int) -> str:
        token = self.clauses.skeleton.tokens[place]
        return self.clauses.doc.words[token].lower() if token >= 0 else ""

    def forward(self, place: int, high: int) -> list[Content]:
        """Clauses that begin after the cue at ``place``."""
        symbols = self.clauses.skeleton.symbols
        start = place + 1
        while start < high and symbols[start] in "RT":
            start += 1
        if start < high and symbols[start] in ":,":
            starts = [(start + 1, symbols[start])]
        else:
            starts = [(start, "-")]
        that = symbols.find("t", start, min(high, start + 12))
        if that > start and not any(s in symbols[start:that] for s in "VQ:;"):
            starts.append((that, "t"))
        elif start < high:
            after = self._past_phrase(start, high)
            if after is not None and after < high - 1:
                starts.append((after, "o"))
        found = []
        owned = self.cue(place)[1] == "R"
        for begin, starter in starts:
            main = self.main_verb(begin, high) if owned else None
            if main is not None:
                found.append(Content(begin, main, "F", starter, "V"))
            if high - begin >= 2:
                found += [
                    Content(begin, end, "F", starter, stop) for end, stop in self._ends(begin, high)
                ]
        return found

    def main_verb(self, begin: int, high: int) -> int | None:
        """Where the sentence goes on after a clause under a noun: its second verb group."""
        symbols = self.clauses.skeleton.symbols
        groups = 0
        last = ""
        for place in range(begin, high):
            symbol = symbols[place]
            if symbol in "VME" and last not in ("V", "M"):
                groups += 1
            if groups == 2:
                return place
            if symbol != "R":
                last = symbol
        return None

    def _past_phrase(self, start: int, high: int) -> int | None:
        """Where the noun phrase that begins at ``start`` ends: it may be the one spoken to."""
        phrases = self.clauses.skeleton.phrases
        at = bisect_left(phrases, (start, 0))
        if at < len(phrases) and phrases[at][0] == start and phrases[at][1] < high:
            return phrases[at][1]
        return None

    def _ends(self, begin: int, high: int) -> list[tuple[int, str]]:
        """Where a clause from ``begin`` may end, each with the word class or word that ends it."""
        skeleton, words = self.clauses.skeleton, self.clauses.doc.words
        symbols, tokens = skeleton.symbols, skeleton.tokens
        ends = [(high, symbols[high] if high < len(symbols) else ".")]
        for place in range(begin + 2, high):
            symbol = symbols[place]
            if symbol in ",-;(:":
                after = tokens[place + 1] if place + 1 < high else -1
                word = (
                    words[after].lower() if after >= 0 and symbols[place + 1] not in "XN#JT" else ""
                )
                ends.append((place, symbol + (word or symbols[place + 1 : place + 2])))
            elif (
                symbol in "PCWE"
                and symbols[place - 1] != ","
                and words[tokens[place]] in self._breaks
            ):
                ends.append((place, words[tokens[place]]))
            elif symbol == "C" and symbols[place + 1 : place + 3].lstrip("R")[:1] in ("V", "G"):
                ends.append((place, "&" + symbols[place + 1 : place + 3].lstrip("R")[:1]))
            else:
                continue
            if len(ends) >= _MOST_ENDS:
                break
        return ends

    def around(self, place: int, source: Source, low: int, high: int) -> list[Content]:
        """Clauses that stand before the cue, or after “according to” and its source."""
        symbols = self.clauses.skeleton.symbols
        mention = source.mention
        first = min(place, mention.start)
        last = max(place + 1, mention.end)
        found: list[Content] = []
        if source.form == "acc":
            comma = symbols.find(",", last, high)
            if place - low < 4 and 0 <= comma < high - 1:
                for end, stop in self._ends(comma + 1, high):
                    found.append(Content(comma + 1, end, "A", symbols[last], stop))
            if first - low >= 3:
                end = first - 1 if symbols[first - 1] in ",-" else first
                found += self._fronted(low, end, symbols[end])
            return found
        end = first - 1
        while end > low and symbols[end] in "RC":
            end -= 1
        if end - low >= 2 and symbols[end] in ",-":
            found += self._fronted(low, end, symbols[end])
            if symbols[last : last + 1] == "," and high - last > 2:
                found.append(Content(low, high, "W", "-", ","))
        return found

    def _fronted(self, low: int, end: int, stop: str) -> list[Content]:
        symbols = self.clauses.skeleton.symbols
        found = [Content(low, end, "B", "-", stop)]
        if symbols[low] in "CR" and end - low > 3:
            found.append(Content(low + 1, end, "B", "c", stop))
        opened = max(symbols.rfind(mark, low, end - 2) for mark in ":(;")
        if opened > low:
            found.append(Content(opened + 1, end, "B", symbols[opened], stop))
        comma = symbols.find(",", low + 1, end)
        if 0 <= comma < end - 3:
            found.append(Content(comma + 1, end, "B", ",", stop))
            later = symbols.rfind(",", comma + 1, end - 3)
            if later > comma:
                found.append(Content(later + 1, end, "B", ",,", stop))
        return found
