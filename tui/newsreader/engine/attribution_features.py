"""What speaks for a candidate: short strings that the model weighs."""

from __future__ import annotations

from dataclasses import dataclass

from newsreader.engine.attribution_candidates import Candidate, Clauses
from newsreader.engine.document import Document, Quotation
from newsreader.engine.skeleton import PARAGRAPH


@dataclass(slots=True)
class QuoteFacts:
    """What a quotation looks like: ``kind`` is ``f`` (whole sentences), ``c`` (a sentence that the
    reporting one ends), ``x`` (a fragment); ``before``/``after`` the shape and words around it."""

    kind: str
    size: str
    first: str
    nested: str
    before: str
    after: str
    word_before: str
    word_after: str
    titled: str
    mark: str
    words: int
    verbs: str


@dataclass(slots=True)
class Previous:
    """The quotation before and what was decided for it; ``steps`` is its distance in paragraphs
    (at most 3), ``between`` the shape of the text between."""

    kind: str
    form: str
    mention: str
    steps: int
    between: str
    joined: bool


def quote_facts(
    doc: Document, classes: str, clauses: Clauses, quote: Quotation, place: int
) -> QuoteFacts:
    """The facts of the quotation at ``place`` of the skeleton of ``clauses``."""
    skeleton, text = clauses.skeleton, doc.text
    symbols = skeleton.symbols
    tokens = doc.tokens_in(quote.start, quote.end)
    words = doc.words[tokens.start : min(tokens.stop, tokens.start + 60)]
    real = [word for word in words if word[0].isalnum()]
    last = text[quote.end - 1]
    capital = real[0][0].isupper() if real else False
    begins = place == 0 or symbols[place - 1] in (PARAGRAPH, ".", "|", "Q")
    if capital and last in ".!?…,—-":
        kind = "f" if last != "," else "c"
    elif last in ".!?" and begins:
        kind = "f"
    else:
        kind = "k" if capital else "x" if last not in ",." else "y"
    count = len(tokens) if len(tokens) > 60 else len(real)
    longer = [word for word in real if len(word) > 3]
    titled = len(real) > 1 and all(word[0].isupper() for word in longer) and capital
    return QuoteFacts(
        kind,
        _size(count),
        "p" if place == 0 or symbols[place - 1] == PARAGRAPH else "s" if begins else "m",
        "n" if quote.parent is not None else "t",
        skeleton.gap(max(0, place - 3), place),
        skeleton.gap(place + 1, min(len(symbols), place + 4)),
        _word(doc, clauses, place - 1),
        _word(doc, clauses, place + 1),
        "T" if titled else "t",
        "'" if text[quote.outer_start] in "'‘‚`" else '"',
        count,
        _verbs(classes[tokens.start : tokens.stop]),
    )  # fmt: skip


def _verbs(classes: str) -> str:
    """Whether a sentence can stand in the quotation: a pronoun, a finite verb, only another form
    of a verb, or none of these."""
    for letter in "OMVEGB":
        if letter in classes:
            return letter if letter in "OMV" else "E"
    return "-"


def _size(words: int) -> str:
    for name, limit in (("1", 2), ("2", 3), ("3", 5), ("5", 8), ("8", 15)):
        if words < limit:
            return name
    return "L"


def is_sentence(facts: QuoteFacts) -> bool:
    """Whether whole sentences stand in the marks, also where the cue splits one."""
    if facts.kind in "fc":
        return True
    if facts.kind == "k":
        closed = not facts.after or facts.after[0] in ",.;:|¶"
        return closed and facts.words >= 3 and facts.titled == "t"
    return facts.kind == "y" and facts.before[-1:] == "," and facts.words >= 3


def _word(doc: Document, clauses: Clauses, place: int) -> str:
    tokens = clauses.skeleton.tokens
    if not 0 <= place < len(tokens):
        return "#"
    if tokens[place] < 0:
        return clauses.skeleton.symbols[place]
    word = doc.words[tokens[place]]
    return "X" if clauses.skeleton.symbols[place] == "X" else word.lower()


def _distance(near: int) -> str:
    if near < 4:
        return str(near)
    for limit in (7, 13, 26):
        if near < limit:
            return f"<{limit}"
    return "L"


def candidate_features(
    doc: Document,
    clauses: Clauses,
    facts: QuoteFacts,
    place: int,
    candidate: Candidate,
    previous: Previous | None,
    same: bool,
) -> list[str]:
    """The features of ``candidate`` for the quotation at ``place``; ``same`` says whether its
    head word is that of the previous quotation's source."""
    skeleton = clauses.skeleton
    symbols, gap = skeleton.symbols, skeleton.gap
    mention, cue = candidate.mention, candidate.cue
    side = candidate.side
    start, end = mention.start, mention.end
    kind = mention.kind + ("'" if mention.possessor else "")
    base = side + candidate.form
    force = candidate.strength
    low = min(start, cue) if cue >= 0 else start
    high = max(end, cue + 1) if cue >= 0 else end
    if side == "B":
        outer = gap(high, place) if high <= place else "<"
        span = symbols[end:place]
        quotes = symbols.count("Q", end, place)
        near = place - high
    else:
        outer = gap(place + 1, low)
        span = symbols[place + 1 : start]
        quotes = symbols.count("Q", place + 1, start)
        near = low - place - 1
    if cue < 0:
        inner = "_"
    elif cue >= end:
        inner = gap(end, cue)
    else:
        inner = gap(cue + 1, start)
    ends = span.count(".") + span.count("|")
    stops = str(ends) if ends < 3 else "3"
    crossed = "¶" if PARAGRAPH in span else ""
    distance = _distance(near)
    rank = str(candidate.rank)
    head_role = symbols[start - 1] if start else "¶"
    begins = _begins(symbols, start)
    where = base + stops + crossed
    quoted = str(min(quotes, 2))
    form = base + force
    q = facts.kind + facts.first
    last = facts.kind if facts.size not in "12" else facts.kind + facts.size
    features = [
        base,
        "f" + form,
        "o" + base + outer,
        "i" + form + inner,
        "oi" + base + outer + "/" + inner,
        "ow" + form + outer,
        "l" + candidate.lemma + base,
        "lk" + candidate.lemma + kind,
        "k" + kind + form,
        "kw" + kind + where,
        "r" + head_role + side,
        "rk" + head_role + kind + candidate.form,
        "w" + where,
        "wq" + where + q,
        "wl" + where + last + force,
        "u" + quoted + base,
        "uw" + quoted + where + facts.first,
        "d" + distance + form,
        "n" + rank + base,
        "nk" + rank + base + kind,
        "nw" + rank + where,
        "q" + q + base + outer,
        "z" + facts.size + form,
        "t" + facts.titled + base,
        "tl" + facts.titled + facts.kind + candidate.lemma,
        "vl" + facts.verbs + facts.size + candidate.lemma,
        "vf" + facts.verbs + form,
        "m" + facts.mark + base,
        "ne" + facts.nested + base,
        "a" + facts.after + base,
        "b" + facts.before + form,
        "wb" + facts.word_before + base,
        "g" + begins + where,
        "gq" + begins + where + q + ("+" if facts.size in "8L" else ""),
        "gk" + begins + where + kind,
        "gv" + begins + where + force,
    ]
    if head_role == "P":
        preposition = doc.words[skeleton.tokens[start - 1]].lower()
        features += ["pw" + preposition + base, "pk" + preposition + kind]
    if cue >= 0:
        features += [
            "cs" + symbols[cue] + form + begins,
            "cd" + _distance(abs(place - cue)) + form,
            "ci" + symbols[cue] + form + inner,
        ]
    if mention.kind in ("HUM", "GRP", "DOC", "REP", "OTH"):
        features.append("h" + mention.head)
    if previous is not None:
        features += [
            ("=" if same else "!") + where + str(previous.steps),
            ("=k" if same else "!k") + kind + stops,
            "pf" + previous.form + base + str(previous.steps),
        ]
    return features


def _begins(symbols: str, start: int) -> str:
    """Whether the place begins a paragraph (``¶``), a sentence (``.``), follows a clause in
    commas (``,``) or none of these."""
    before = symbols[max(0, start - 4) : start].rstrip("RC")[-1:] or "¶"
    return before if before in "¶.," else "." if before in "|Q" else "-"


def carried_features(facts: QuoteFacts, previous: Previous, crowd: str, back: int) -> list[str]:
    """The features of “the same source as ``back`` quotations before”; ``crowd`` sums up the
    other candidates of this quotation."""
    base = f"C{back}"
    q = facts.kind + facts.first
    steps = str(previous.steps)
    features = [
        base,
        base + "q" + q,
        base + "s" + steps,
        base + "qs" + q + steps,
        base + "b" + previous.between,
        base + "bq" + previous.between + q,
        base + "p" + previous.form,
        base + "pk" + previous.kind + q,
        base + "pm" + previous.mention,
        base + "ps" + previous.form + steps + q,
        base + "c" + crowd,
        base + "cq" + crowd + q,
        base + "cs" + crowd + steps + q,
        base + "z" + facts.size,
        base + "zq" + facts.size + q,
        base + "wb" + facts.word_before,
        base + "af" + facts.after,
        base + "m" + facts.mark,
        base + "n" + facts.nested,
    ]
    if previous.joined:
        features.append(base + "joined")
    return features


def none_features(facts: QuoteFacts, previous: Previous | None, crowd: str) -> list[str]:
    """The features of “nobody is quoted here”: a title, a nickname, a scare quote."""
    q = facts.kind + facts.first
    return [
        "0",
        "0q" + q,
        "0z" + facts.size,
        "0zq" + facts.size + q,
        "0t" + facts.titled + facts.size,
        "0tk" + facts.titled + facts.kind,
        "0b" + facts.before,
        "0a" + facts.after,
        "0ab" + facts.before + "/" + facts.after,
        "0wb" + facts.word_before,
        "0wa" + facts.word_after,
        "0m" + facts.mark + facts.size,
        "0n" + facts.nested,
        "0c" + crowd,
        "0v" + facts.verbs + facts.size,
        "0vk" + facts.verbs + facts.kind + facts.titled,
        "0wk" + facts.word_before + q,
        "0wt" + facts.word_before + facts.titled + facts.verbs,
        "0wm" + facts.word_before + "/" + facts.word_after,
        "0cz" + crowd + facts.size + facts.kind,
        "0p" + (str(previous.steps) + previous.form if previous else "-"),
    ]
