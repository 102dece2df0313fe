"""Where in its sentence each name stands, which decides who a later pronoun takes up."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from newsreader.article import Span
from newsreader.engine.document import Attribution, Document
from newsreader.engine.people.entities import Entity, Mention
from newsreader.engine.people.forms import Form, key
from newsreader.engine.people.lexicon import courtesy_titles, is_person_noun, pairs, singular
from newsreader.engine.word_classes import lexicon
from newsreader.engine.wordlists import wordlist

_VERBS = ("V", "M", "E")


class QuotedStretches:
    """The stretches of the text that are somebody's words, and whose attribution each is."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        inside = sorted(
            (attribution.start, attribution.end, index)
            for index, attribution in enumerate(attributions)
            if attribution.kind != "indirect"
        )
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._which: list[int] = []
        for start, end, index in inside:
            if self._ends and start < self._ends[-1]:
                continue  # a quotation in a quotation: the outer one counts
            self._starts.append(start)
            self._ends.append(end)
            self._which.append(index)

    def around(self, offset: int) -> int | None:
        """Index of the attribution whose words enclose ``offset``."""
        at = bisect_right(self._starts, offset) - 1
        return self._which[at] if at >= 0 and offset < self._ends[at] else None


def place_mentions(
    doc: Document,
    persons: list[tuple[Form, Entity]],
    organizations: list[tuple[Span, Entity]],
    quoted: QuotedStretches,
    clock: list[int],
) -> list[Mention]:
    """All mentions in text order, each with its place in sentence and paragraph."""
    raw = [(form.tokens, form.start, form.end, entity, form.full) for form, entity in persons]
    raw += [
        (tokens, doc.starts[tokens[0]], doc.ends[tokens[1] - 1], entity, False)
        for tokens, entity in organizations
    ]
    raw.sort(key=lambda item: item[0])
    mentions: list[Mention] = []
    sentence = paragraph = 0
    named_in = -1
    for tokens, start, end, entity, full in raw:
        while sentence + 1 < len(doc.sentences) and doc.sentences[sentence][1] <= tokens[0]:
            sentence += 1
        while paragraph + 1 < len(doc.paragraphs) and doc.paragraphs[paragraph][1] <= tokens[0]:
            paragraph += 1
        mention = Mention(start, end, tokens, entity, clock[sentence], paragraph, full=full)
        mention.quoted = quoted.around(start) is not None
        following = doc.words[tokens[1]] if tokens[1] < len(doc.words) else "."
        mention.possessive = following in ("’s", "'s", "’") or _modifies(following)
        before = _before_role(doc, tokens[0], doc.sentences[sentence][0])
        mention.oblique = before in wordlist("prepositions") and before != "according"
        if not (mention.quoted or mention.possessive or mention.oblique):
            acting = verb_follows(doc, tokens[1])
            first = named_in != sentence or entity.kind != "person"
            mention.subject = first or (acting and doc.words[tokens[0] - 1] == ",")
            mention.acting = mention.subject and acting
            if mention.acting and not first:
                mention.taking_over = True  # "When Ross frowned, Vane seized the map"
            mention.opening = mention.subject and tokens[0] - doc.paragraphs[paragraph][0] < 4
            named_in = sentence if entity.kind == "person" else named_in
        mentions.append(mention)
        entity.spans.add((start, end))
    return mentions


def verb_follows(doc: Document, token: int) -> bool:
    """Whether a verb, or an adverb and a verb, begins at ``token``."""
    for word in doc.words[token : token + 2]:
        kind = lexicon().get(word, "")
        if kind in _VERBS or (not kind and word.endswith(("ed", "n’t", "n't"))):
            return True
        if kind != "R" and not word.endswith("ly"):
            return False
    return False


def _modifies(following: str) -> bool:
    """Whether a name before this word only narrows it: "the Clinton campaign"."""
    return following[0].islower() and (
        following in wordlist("organization_nouns") or is_person_noun(singular(following))
    )


def prose_clock(doc: Document, quoted: QuotedStretches) -> list[int]:
    """For each sentence, how many up to it begin outside of quotations: the distance between
    two places as the writer, not the quoted, counts it."""
    clock: list[int] = []
    time = 0
    for first, last in doc.sentences:
        inner = first + 1 if first + 1 < last and not doc.words[first][0].isalnum() else first
        time += quoted.around(doc.starts[inner]) is None
        clock.append(time)
    return clock


def _before_role(doc: Document, first: int, begin: int) -> str:
    """The word before a name's titles, role and article, in lower case."""
    token = first - 1
    stop = max(begin, first - 8)
    while token >= stop:
        word = key(doc.words[token])
        if word in wordlist("prepositions"):
            according = token > begin and key(doc.words[token - 1]) == "according"
            return "according" if according else word
        if not (
            word in courtesy_titles()
            or word in pairs("titles_role")
            or word in wordlist("role_modifiers")
            or word in ("the", "a", "an", "'s")
            or is_person_noun(word)
            or doc.words[token][0].isupper()
        ):
            return word
        token -= 1
    return ""
