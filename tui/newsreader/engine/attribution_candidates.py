"""For one quotation, the pairs of a source mention and a cue that could be its attribution."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from newsreader.engine.cues import reporting_verbs
from newsreader.engine.document import Document
from newsreader.engine.skeleton import BREAK, PARAGRAPH, Skeleton
from newsreader.engine.source_mentions import Mention

_REACH = 90
_MOST_BEFORE, _MOST_AFTER = 9, 6
_VERBS = frozenset("VEGBM")
_UNSPEAKING = frozenset(("REP", "DOC"))
_BEFORE_NOUN = frozenset("DSJ'N#P")


@dataclass(slots=True)
class Candidate:
    """``side`` is ``B`` or ``A`` (the mention before or after the quotation), ``form`` how the cue
    stands to it: ``fwd`` (“Ruiz said”), ``inv`` (“said Ruiz”), ``acc`` (“according to Ruiz”),
    ``lbl`` (“RUIZ:”), ``sig`` (“— Ruiz”), ``non`` (no cue). ``cue`` is a place in the skeleton or
    ``-1``."""

    mention: Mention
    side: str
    form: str
    cue: int
    lemma: str
    strength: str
    rank: int


class Clauses:
    """A skeleton with its mentions and verbs, ready to be asked for candidates."""

    def __init__(self, doc: Document, skeleton: Skeleton, mentions: list[Mention]) -> None:
        self.doc = doc
        self.skeleton = skeleton
        self.mentions = mentions
        self._starts = [mention.start for mention in mentions]
        self.quotes = sorted(skeleton.quote_at.values())
        self.cues: list[int] = []
        self.cue_at: dict[int, tuple[str, str]] = {}
        verbs = reporting_verbs()
        symbols, words = skeleton.symbols, doc.words
        for place, token in enumerate(skeleton.tokens):
            if token < 0:
                continue
            symbol = symbols[place]
            if symbol not in "VEGBNP":
                continue
            word = words[token].lower()
            if word == "according":
                self.cue_at[place] = ("according", "P")
                self.cues.append(place)
                continue
            cue = verbs.get(word)
            if cue and (symbol != "N" or symbols[place - 1 : place] not in _BEFORE_NOUN):
                self.cue_at[place] = cue
                self.cues.append(place)

    def speaking(self, mention: Mention) -> Mention:
        """For the owner of somebody (“her” of “her spokesman”) the one owned, else the mention."""
        if not mention.possessor:
            return mention
        at = bisect_left(self._starts, mention.start)
        for other in self.mentions[at : at + 3]:
            if (
                other.start == mention.start
                and other.kind not in _UNSPEAKING
                and not other.possessor
            ):
                return other
        return mention

    def before(self, quote: int) -> list[Candidate]:
        """Candidates before the quotation at place ``quote``, nearest first."""
        symbols = self.skeleton.symbols
        found: list[Candidate] = []
        at = bisect_left(self._starts, quote) - 1
        paragraphs = others = 0
        floor = max(0, quote - _REACH)
        last = quote
        cue = self._last_cue(quote)
        while at >= 0 and len(found) < _MOST_BEFORE:
            mention = self.mentions[at]
            at -= 1
            if mention.start < floor:
                break
            if mention.end > quote:
                continue
            paragraphs += symbols.count(PARAGRAPH, mention.end, last)
            last = min(last, mention.end)
            if paragraphs > 1 or (paragraphs and len(found) > 5):
                break
            if mention.kind == "OTH":
                others += 1
                if others > 2:
                    continue
            found.append(self._candidate_before(mention, quote, cue, len(found)))
        return found

    def _last_cue(self, quote: int) -> int:
        """The reporting verb nearest before ``quote``, a speaking one of its sentence first."""
        at = bisect_left(self.cues, quote) - 1
        weak = -1
        for _ in range(3):
            if at < 0 or self.cues[at] < quote - 40:
                break
            place = self.cues[at]
            if self._parted(place, quote):
                break
            if self.cue_at[place][1] != "W":
                return weak if weak >= 0 and "," in self.skeleton.symbols[place:weak] else place
            if weak < 0:
                weak = place
            at -= 1
        return weak

    def _candidate_before(self, mention: Mention, quote: int, cue: int, rank: int) -> Candidate:
        symbols = self.skeleton.symbols
        start, end = mention.start, mention.end
        if cue >= end and not self._parted(end, cue):
            lemma, strength = self.cue_at[cue]
            return Candidate(mention, "B", "fwd", cue, lemma, strength, rank)
        if symbols[end : end + 1] == ":" and (start == 0 or symbols[start - 1] == PARAGRAPH):
            return Candidate(mention, "B", "lbl", -1, "", "-", rank)
        backward = self._verb_before(start)
        if backward >= 0:
            lemma, strength = self.cue_at[backward]
            form = "acc" if strength == "P" else "inv"
            return Candidate(mention, "B", form, backward, lemma, strength, rank)
        forward = self._verb_after(end, min(quote, end + 14))
        if forward >= 0:
            lemma, strength = self.cue_at.get(forward, ("", "V"))
            return Candidate(mention, "B", "fwd", forward, lemma, strength, rank)
        return Candidate(mention, "B", "non", -1, "", "-", rank)

    def _parted(self, start: int, end: int) -> bool:
        """Whether a sentence ends between two places."""
        between = self.skeleton.symbols[start:end]
        return "." in between or BREAK in between or PARAGRAPH in between

    def after(self, quote: int) -> list[Candidate]:
        """Candidates after the quotation at place ``quote``, nearest first."""
        symbols = self.skeleton.symbols
        found: list[Candidate] = []
        at = bisect_left(self._starts, quote)
        last = quote + 1
        ends = others = 0
        while at < len(self.mentions) and len(found) < _MOST_AFTER:
            mention = self.mentions[at]
            at += 1
            if mention.end <= quote + 1 and mention.start <= quote:
                continue
            gap = symbols[last : mention.start]
            if mention.start - quote > _REACH:
                break
            if PARAGRAPH in gap and (found or gap.strip('"') != PARAGRAPH + "-"):
                break
            ends += gap.count(".") + gap.count("|")
            if ends > 1:
                break
            last = max(last, mention.end)
            if mention.kind == "OTH":
                others += 1
                if others > 2:
                    continue
            found.append(self._candidate_after(mention, quote, len(found)))
        return found

    def _candidate_after(self, mention: Mention, quote: int, rank: int) -> Candidate:
        start, end = mention.start, mention.end
        if self._signs(mention, quote):
            return Candidate(mention, "A", "sig", -1, "", "-", rank)
        backward = self._verb_before(start)
        if backward >= 0 and self.cue_at[backward][1] != "W":
            lemma, strength = self.cue_at[backward]
            form = "acc" if strength == "P" else "inv"
            return Candidate(mention, "A", form, backward, lemma, strength, rank)
        forward = self._verb_after(end, end + 14)
        if forward >= 0:
            lemma, strength = self.cue_at.get(forward, ("", "V"))
            return Candidate(mention, "A", "fwd", forward, lemma, strength, rank)
        return Candidate(mention, "A", "non", -1, "", "-", rank)

    def _signs(self, mention: Mention, quote: int) -> bool:
        """Whether the mention is a signature: a dash, the name and little more in the paragraph."""
        symbols = self.skeleton.symbols
        if symbols[quote + 1 : mention.start].strip(PARAGRAPH + BREAK) != "-":
            return False
        rest = symbols[mention.end : mention.end + 12]
        before_end = rest.partition(PARAGRAPH)[0]
        ends = PARAGRAPH in rest or mention.end + 12 >= len(symbols)
        return ends and not any(symbol in "VMQ" for symbol in before_end)

    def _verb_before(self, start: int) -> int:
        """The reporting word that stands right before place ``start`` (“said”, “according to”)."""
        symbols = self.skeleton.symbols
        place = start - 1
        while place >= 0 and symbols[place] in "RPT" and start - place < 4:
            if (
                symbols[place] == "P"
                and self.doc.words[self.skeleton.tokens[place]].lower() != "to"
            ):
                break
            place -= 1
        if (
            place in self.cue_at
            and symbols[place] in "VENGP"
            and (symbols[place] != "G" or self.cue_at[place][1] == "P")
        ):
            if symbols[start - 1] == "P" and self.cue_at[place][1] != "P":
                return -1
            return place
        return -1

    def _verb_after(self, end: int, limit: int) -> int:
        """The first verb after place ``end``, past appositions and relative clauses in commas."""
        symbols = self.skeleton.symbols
        aside = False
        place = end
        verb = -1
        limit = min(limit, len(symbols))
        while place < limit:
            symbol = symbols[place]
            if symbol in ".|¶;:Q":
                break
            if symbol == ",":
                if verb >= 0:
                    break
                aside = not aside
            elif symbol in _VERBS or place in self.cue_at:
                if place in self.cue_at:
                    return place
                if symbol != "M" and verb < 0 and not aside:
                    verb = place
                    break
            place += 1
        return verb
