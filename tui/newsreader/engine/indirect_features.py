"""What speaks for a source, a content and against both, for one reporting word."""

from __future__ import annotations

from newsreader.engine.indirect_candidates import Content, Reports, Source


def source_features(reports: Reports, place: int, source: Source) -> list[str]:
    """The features of ``source`` for the reporting word at ``place``."""
    skeleton = reports.clauses.skeleton
    symbols = skeleton.symbols
    mention = source.mention
    lemma, strength = reports.cue(place)
    kind = mention.kind + ("'" if mention.possessor else "")
    if source.form in ("inv", "acc"):
        inner = skeleton.gap(place + 1, mention.start)
    elif mention.end <= place:
        inner = skeleton.gap(mention.end, place)
    else:
        inner = "<"
    form = source.form
    role = symbols[mention.start - 1] if mention.start else "¶"
    after = symbols[mention.end : mention.end + 1]
    start = mention.start
    begins = symbols[max(0, start - 4) : start].rstrip("RC")[-1:] or "¶"
    begins = begins if begins in "¶.,|Q" else "-"
    between = symbols[mention.end : place] if mention.end <= place else ""
    verbs = str(min(3, between.count("V") + between.count("M")))
    commas = str(min(3, between.count(",")))
    own = symbols[place]
    return [
        "s" + form + strength,
        "si" + form + inner,
        "sik" + form + inner + kind,
        "sk" + form + kind + strength,
        "skl" + kind + lemma,
        "sl" + form + lemma,
        "sr" + form + role,
        "srk" + form + role + kind,
        "sn" + form + str(source.rank) + inner,
        "sa" + form + after,
        "sb" + form + begins + own,
        "sbk" + form + begins + kind,
        "sbv" + form + begins + verbs + commas + own,
        "svc" + form + verbs + commas + own + str(min(source.rank, 2)),
        "sh" + (mention.head if mention.kind != "CAP" else ""),
    ]


def content_features(reports: Reports, place: int, form: str, content: Content) -> list[str]:
    """The features of ``content`` for the reporting word at ``place``."""
    skeleton, doc = reports.clauses.skeleton, reports.clauses.doc
    symbols, tokens = skeleton.symbols, skeleton.tokens
    lemma, strength = reports.cue(place)
    start, end = content.start, content.end
    inside = symbols[start:end]
    opening = skeleton.gap(start, min(end, start + 5))[:3]
    first = (
        doc.words[tokens[start]].lower()
        if tokens[start] >= 0 and inside[0] not in "XNJ#"
        else inside[0]
    )
    has_verb = "v" if "V" in inside or "M" in inside else "B" if "B" in inside else "-"
    length = end - start
    size = (
        "3"
        if length < 4
        else "6"
        if length < 7
        else "12"
        if length < 13
        else "25"
        if length < 26
        else "L"
    )
    commas = str(min(2, inside.count(",")))
    quotes = str(min(2, inside.count("Q")))
    shape = content.shape + content.starter
    stop = content.stop
    beyond = skeleton.gap(end, min(len(symbols), end + 5))[:4]
    last = symbols[end - 1]
    return [
        "c" + shape,
        "cf" + shape + form,
        "cl" + shape + lemma,
        "co" + shape + opening,
        "col" + content.starter + opening + lemma,
        "cw" + shape + first,
        "cwl" + first + lemma,
        "cv" + shape + has_verb + strength,
        "cvl" + shape + has_verb + lemma,
        "cvs" + content.shape + has_verb + stop,
        "ce" + content.shape + stop,
        "ces" + content.shape + stop + size,
        "cec" + content.shape + stop + commas,
        "cs" + content.shape + size,
        "cb" + content.shape + beyond,
        "cbv" + content.shape + beyond[:3] + has_verb + opening[:1],
        "cbl" + content.shape + beyond[:2] + lemma,
        "cz" + content.shape + last + beyond[:1] + size,
        "csv" + shape + size + has_verb,
        "cq" + content.shape + quotes,
        "cqe" + content.shape + quotes + stop,
        "cp" + shape + symbols[max(0, start - 1) : start] + opening[:2],
    ]


def none_features(reports: Reports, place: int) -> list[str]:
    """The features of “nothing is reported here”."""
    skeleton, doc = reports.clauses.skeleton, reports.clauses.doc
    symbols, tokens = skeleton.symbols, skeleton.tokens
    lemma, strength = reports.cue(place)
    word = doc.words[tokens[place]].lower()
    after = skeleton.gap(place + 1, min(len(symbols), place + 5))[:2]
    before = skeleton.gap(max(0, place - 4), place)[-2:]
    follow = tokens[place + 1] if place + 1 < len(tokens) else -1
    next_word = doc.words[follow].lower() if follow >= 0 and symbols[place + 1] not in "XN" else ""
    auxiliary = symbols[max(0, place - 3) : place].strip("R")[-1:]
    ahead = tokens[place - 1] if place else -1
    last_word = doc.words[ahead].lower() if ahead >= 0 and symbols[place - 1] not in "XN" else ""
    return [
        "0",
        "0l" + lemma,
        "0w" + word,
        "0s" + strength,
        "0a" + after,
        "0al" + after + lemma,
        "0b" + before,
        "0bl" + before + lemma,
        "0ba" + before + "/" + after + strength,
        "0n" + next_word,
        "0nl" + next_word + lemma,
        "0x" + auxiliary + word[-2:],
        "0p" + last_word,
        "0pl" + last_word + lemma,
        "0q"
        + strength
        + ("Q" if "Q" in symbols[place : place + 8] else "")
        + ("q" if "Q" in symbols[max(0, place - 6) : place] else ""),
    ]
