"""What tells the few best options of a quotation apart, as numbers for the trees to ask about.

The linear model weighs each option by itself. These numbers compare it with the others: whose
score is near, who else could be the subject of its verb, how often the article speaks of its head
word and has let it speak, what follows. A ``-1`` says that a number means nothing here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import lru_cache

from newsreader.engine.attribution_candidates import Candidate, Clauses
from newsreader.engine.attribution_features import QuoteFacts
from newsreader.engine.attribution_reading import Option, Reading
from newsreader.engine.skeleton import BREAK, PARAGRAPH, QUOTE, SHORT_QUOTE
from newsreader.engine.wordlists import wordlist

_FORMS = ("non", "fwd", "inv", "acc", "lbl", "sig")
_KINDS = ("OTH", "CAP", "HUM", "GRP", "DOC", "REP", "he", "she", "they", "i", "we", "it", "who",
          "his")  # fmt: skip
_STRENGTHS = "-VWSP"
_SYMBOLS = ',.:¶|VEGMPNXJDCWQn-"('
_MANY, _LONGEST, _FAR = 99, 200, 500
_READ = 60
_OWN = 32
"""How many numbers one option has that those of another sort have not."""

Row = list[float]


class Numbers:
    """The quotations of one reading, asked in text order. Linear in the length of the article."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._heads: dict[int, Counter[str]] = {}

    def rows(
        self, index: int, facts: QuoteFacts, options: list[Option], scores: Row, order: list[int]
    ) -> list[Row]:
        """A row for each of the options that ``order`` numbers, best first; ``scores`` are the
        linear model's for all of ``options``, as shares of one."""
        reading = self.reading
        home = reading.home[index]
        clauses = reading.clauses[home]
        place = reading.place(index) or 0
        earlier = reading.earlier(index)
        heads = [_head(reading, option, earlier) for option in options]
        shared: dict[str, float] = {}
        for head, share in zip(heads, scores, strict=True):
            shared[head] = shared.get(head, 0.0) + share
        words = self._words(index)
        common = self._common(index, facts, options, scores, place, words)
        following = _following(clauses, place)
        rows: list[Row] = []
        for i in order:
            option, head = options[i], heads[i]
            row: Row = [
                scores[i],
                scores[order[0] if i != order[0] else order[1]],
                order.index(i),
                option.back if option.candidate is None else -1,
                shared[head] if head else scores[i],
                self._mentions_of(home, head) if head else 0,
                reading.spoken[head] if head else 0,
                head in words,
            ]
            if option.candidate is not None:
                row += _candidate(clauses, place, option.candidate, options, following)
                last = reading.decisions[earlier[0]] if earlier else None
                token = clauses.skeleton.tokens[option.candidate.mention.start]
                source = last.source if last else None
                row += [
                    last is not None and head == last.head,
                    source is not None and token >= 0 and reading.doc.starts[token] == source[0],
                ]
            elif option.back:
                row += self._carried(clauses, place, earlier[option.back - 1])
            row += [-1] * (8 + _OWN - len(row))
            rows.append(row + common)
        return rows

    def _mentions_of(self, home: int, head: str) -> int:
        counts = self._heads.get(home)
        if counts is None:
            counts = Counter(mention.head for mention in self.reading.clauses[home].mentions)
            self._heads[home] = counts
        return counts[head]

    def _words(self, index: int) -> set[str]:
        doc, quote = self.reading.doc, self.reading.quotations[index]
        tokens = doc.tokens_in(quote.start, quote.end)
        return {
            word.lower() for word in doc.words[tokens.start : min(tokens.stop, tokens.start + 60)]
        }

    def _carried(self, clauses: Clauses, place: int, other: int) -> Row:
        """How far back the quotation lies whose source this would be, and what names that."""
        skeleton, decision = clauses.skeleton, self.reading.decisions[other]
        there = skeleton.quote_at[other]
        origin = skeleton.quote_at.get(decision.origin, there)
        between = skeleton.symbols[there + 1 : min(place, there + _LONGEST)]
        return [
            _kind(decision.kind),
            _FORMS.index(decision.form[1:]) if decision.form[1:] in _FORMS else -1,
            min(place - there, _LONGEST),
            _ends(between),
            between.count(PARAGRAPH),
            between.count(QUOTE),
            between.count(","),
            min(place - origin, _FAR),
            skeleton.symbols.count(PARAGRAPH, max(origin, place - _FAR), place),
        ]

    def _common(
        self, index: int, facts: QuoteFacts, options: list[Option], scores: Row, place: int,
        words: set[str],
    ) -> Row:  # fmt: skip
        """The numbers of the quotation itself, alike for all its options."""
        reading = self.reading
        quote = reading.quotations[index]
        clauses = reading.clauses[reading.home[index]]
        symbols = clauses.skeleton.symbols
        carried = [0.0, 0.0, 0.0]
        for option, share in zip(options, scores, strict=True):
            if option.candidate is None:
                carried[option.back] = share
        before = symbols.rfind(PARAGRAPH, max(0, place - _MANY), place)
        after = symbols.find(PARAGRAPH, place, place + _MANY)
        begin = before if before >= 0 else max(-1, place - _MANY)
        end = after if after >= 0 else min(len(symbols), place + _MANY)
        here = symbols[begin + 1 : end]
        following = _following(clauses, place)
        gap = symbols[place + 1 : min(following, place + _LONGEST)] if following >= 0 else ""
        return [
            "fcxky".find(facts.kind),
            "psm".find(facts.first),
            facts.words,
            facts.nested == "n",
            facts.titled == "T",
            "OMVE-".find(facts.verbs),
            facts.mark == "'",
            _SYMBOLS.find(facts.before[-1:] or PARAGRAPH),
            _SYMBOLS.find(facts.after[:1] or PARAGRAPH),
            _symbol(symbols, place - 1),
            _symbol(symbols, place + 1),
            *carried,
            place - begin,
            end - place,
            here.count(QUOTE) + here.count(SHORT_QUOTE),
            symbols.count(QUOTE, begin + 1, place),
            min(following - place, _MANY) if following >= 0 else _MANY,
            gap.count(PARAGRAPH),
            _ends(gap),
            not words.isdisjoint(wordlist("first_person_words")),
            reading.doc.text[quote.end - 1] == "?",
            quote.continues is not None,
            reading.alternates(index, facts),
            len(clauses.quotes),
            bisect_left(clauses.quotes, place),
            *_best(symbols, place, options, scores, "B"),
            *_best(symbols, place, options, scores, "A"),
            *_cue_after(clauses, following),
        ]


def _candidate(
    clauses: Clauses, place: int, candidate: Candidate, options: list[Option], following: int
) -> Row:
    """Where the mention and its cue stand, and who else could be the cue's subject."""
    symbols = clauses.skeleton.symbols
    mention, cue = candidate.mention, candidate.cue
    start, end = mention.start, mention.end
    low, high = (min(start, cue), max(end, cue + 1)) if cue >= 0 else (start, end)
    if candidate.side == "B":
        between, near = symbols[end:place], place - high
    else:
        between, near = symbols[place + 1 : start], low - place - 1
    inner = symbols[end:cue] if cue >= end else symbols[cue + 1 : start] if cue >= 0 else ""
    rivals = nearer = subjects = stronger = 0
    for option in options:
        other = option.candidate
        if other is None or other is candidate:
            continue
        if (other.side, other.form, other.cue) == (
            candidate.side,
            candidate.form,
            cue,
        ) and cue >= 0:
            rivals += 1
            if end <= other.mention.start < cue:
                nearer += 1
                subjects += symbols[other.mention.start - 1] not in "P'"
        if other.side == candidate.side and other.rank < candidate.rank:
            stronger += other.strength in "SP"
    return [
        candidate.side == "A",
        _FORMS.index(candidate.form),
        _STRENGTHS.find(candidate.strength),
        _kind(mention.kind),
        mention.possessor,
        candidate.rank,
        near,
        _ends(between),
        PARAGRAPH in between,
        between.count(QUOTE),
        between.count(","),
        cue - end if cue >= end else start - cue if cue >= 0 else -1,
        abs(place - cue) if cue >= 0 else _MANY,
        end - start,
        _symbol(symbols, start - 1),
        _symbol(symbols, end),
        stronger,
        sum(map(inner.count, "VEGB")),
        inner.count("W"),
        inner.count(","),
        inner.count("C"),
        nearer,
        subjects,
        rivals,
        start - max(symbols.rfind(mark, max(0, start - _MANY), start) for mark in ".|¶Q"),
        min(following - high, _MANY) if following >= 0 else _MANY,
    ]


def _best(symbols: str, place: int, options: list[Option], scores: Row, side: str) -> Row:
    """What the best candidate on one side of the quotation is."""
    best, top = None, -1.0
    for option, share in zip(options, scores, strict=True):
        if option.candidate is not None and option.candidate.side == side and share > top:
            best, top = option.candidate, share
    if best is None:
        return [-1] * 6
    if side == "B":
        between = symbols[best.mention.end : place]
    else:
        between = symbols[place + 1 : best.mention.start]
    return [
        top,
        _kind(best.mention.kind),
        _FORMS.index(best.form),
        _STRENGTHS.find(best.strength),
        _ends(between) + 5 * between.count(PARAGRAPH),
        between.count(QUOTE),
    ]


def _cue_after(clauses: Clauses, quote: int) -> Row:
    """Whether a speaking verb stands right behind the quotation that follows, and with whom."""
    if quote < 0:
        return [-1] * 3
    symbols = clauses.skeleton.symbols
    for place in range(quote + 1, min(quote + 6, len(symbols))):
        if symbols[place] in (".", BREAK, PARAGRAPH, QUOTE):
            break
        if clauses.cue_at.get(place, ("", ""))[1] in ("S", "P"):
            near = symbols[quote + 1 : quote + 6]
            return [1, "O" in near, "X" in near]
    return [0, -1, -1]


def _following(clauses: Clauses, place: int) -> int:
    """The place of the next quotation, ``-1`` after the last."""
    at = bisect_left(clauses.quotes, place) + 1
    return clauses.quotes[at] if at < len(clauses.quotes) else -1


def _head(reading: Reading, option: Option, earlier: list[int]) -> str:
    if option.candidate is not None:
        return option.candidate.mention.head
    return reading.decisions[earlier[option.back - 1]].head if option.back else ""


def _ends(symbols: str) -> int:
    return symbols.count(".") + symbols.count(BREAK)


def _symbol(symbols: str, place: int) -> int:
    return _SYMBOLS.find(symbols[place]) if 0 <= place < len(symbols) else _SYMBOLS.find(PARAGRAPH)


@lru_cache(maxsize=1)
def _kinds() -> dict[str, int]:
    return {kind: number for number, kind in enumerate(_KINDS)}


def _kind(kind: str) -> int:
    return _kinds().get(kind, len(_KINDS))
