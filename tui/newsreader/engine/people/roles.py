"""What the text says a person is: "NATO Secretary General", "spokeswoman for the ministry"."""

from __future__ import annotations

from dataclasses import dataclass

from newsreader.article import Span
from newsreader.engine.document import Document
from newsreader.engine.people.forms import key
from newsreader.engine.people.lexicon import courtesy_titles, is_person_noun, pairs, singular
from newsreader.engine.people.role_complements import (
    ARTICLES,
    COMPLEMENT,
    ends_complement,
    opens_complement,
)
from newsreader.engine.wordlists import wordlist

_LONGEST = 14
"""Tokens in a role; what is longer is a clause, not a role."""

_ADJECTIVE_ENDINGS = ("al", "ary", "ive", "ic", "-old", "-elect", "-born", "-based", "-winning")
_PERSON_ENDINGS = ("er", "or", "ist", "ian", "smith", "wright")
_POSSESSIVE = frozenset(["’s", "'s", "’", "'"])
_FAINT = 2.5
"""How much less a noun tells that only sets somebody beside another: "rival"."""
_BEHIND = frozenset(
    [",", ".", ";", ":", "(", ")", "–", "—", "who", "and", "said", "from", "in", "with", "based"]
)


@dataclass(frozen=True, slots=True)
class Role:
    """A role as the text words it, its head noun, all its words and those with a capital (all lower
    case), and how much it tells."""

    text: str
    head: str
    words: frozenset[str]
    names: frozenset[str]
    strength: float


def roles_at(doc: Document, tokens: Span, sentence: Span) -> list[Role]:
    """The roles that stand beside the person name in ``tokens`` (a half-open token range), within
    ``sentence`` (another)."""
    found = (
        _before(doc, tokens, sentence),
        _after(doc, tokens[1], sentence[1]),
        _before_comma(doc, tokens, sentence),
        _copula(doc, tokens[1], sentence[1]),
    )
    return [role for role in found if role is not None]


def _is_courtesy(word: str) -> bool:
    lower = key(word)
    return lower in courtesy_titles() and lower not in pairs("titles_role")


def _head_noun(word: str, *, loose: bool = False) -> str:
    """The lower-case noun of a role's head, or empty where ``word`` is none. ``loose``: between
    an article and a name, what is built like a noun for a person is one: "restorer"."""
    lower = key(word)
    if _is_courtesy(word):
        return ""
    if loose and word.islower() and len(word) > 4 and lower.endswith(_PERSON_ENDINGS):
        return (
            "" if lower in wordlist("no_role_nouns") or lower in wordlist("role_stops") else lower
        )
    if lower in pairs("titles_role"):
        return pairs("titles_role")[lower].lower()
    if word[0].isupper() and lower not in wordlist("role_nouns"):
        return ""  # "Sussman" ends like "spokesman"
    return lower if is_person_noun(lower) and singular(lower) == lower else ""


def _modifies(word: str) -> bool:
    lower = key(word)
    if lower in wordlist("role_stops") or not word[0].isalnum() or lower in courtesy_titles():
        return False
    if not word[0].islower():
        return not word.isdigit()
    return (
        lower in wordlist("role_modifiers")
        or is_person_noun(lower)
        or lower.endswith(_ADJECTIVE_ENDINGS)
    )


def _is_plain(word: str) -> bool:
    """Whether a lower-case word between article and head can narrow the head."""
    return (
        word.replace("-", "").isalpha()
        and word.islower()
        and word not in wordlist("role_stops")
        and not word.endswith(("ed", "ing"))
    )


def _between_article_and_name(doc: Document, last: int, begin: int) -> Role | None:
    """ "fisheries biologist" in "the fisheries biologist Grace Achieng"."""
    words = doc.words
    if not (words[last].islower() and _head_noun(words[last], loose=True)):
        return None
    first = last
    while first > max(begin, last - 4) and (
        _is_plain(words[first - 1]) or _modifies(words[first - 1])
    ):
        first -= 1
    if first == begin or key(words[first - 1]) not in ARTICLES:
        return None
    return _role(doc.text[doc.starts[first] : doc.ends[last]], words[last], 2.5)


def _before(doc: Document, tokens: Span, sentence: Span) -> Role | None:
    """ "NATO Secretary General" before "Jens Stoltenberg"."""
    words = doc.words
    last = tokens[0] - 1
    while last >= sentence[0] and _is_courtesy(words[last]):
        last -= 1
    if last < sentence[0]:
        return None
    bound = _between_article_and_name(doc, last, sentence[0])
    if bound is not None:
        return bound
    head_at = last if _head_noun(words[last]) else _head_before_of(words, last, sentence[0])
    if head_at is None:
        return None
    first = head_at
    while first > sentence[0] and last - first < _LONGEST:
        before = words[first - 1]
        if before in ("’s", "'s", "&") and first - 2 >= sentence[0]:
            if key(words[first - 2]) in wordlist("role_stops") or not words[first - 2][0].isupper():
                break
            first -= 2
        elif _modifies(before) and (
            not before[0].islower()
            or not words[first][0].isupper()
            or key(before) in wordlist("role_openers")
        ):
            first -= 1
        else:
            break
    text = doc.text[doc.starts[first] : doc.ends[last]]
    if doc.words[first] in ("’s", "'s"):
        return None
    strength = 2.0 if first == last else 3.0
    region = _region_after(doc, tokens[1], sentence[1]) if first == last else ""
    return _role(_expand(text, words[last]) + region, words[head_at], strength + bool(region))


def _head_before_of(words: list[str], last: int, begin: int) -> int | None:
    """ "Secretary" in "Secretary of Homeland Security"."""
    at = last
    while at > max(begin, last - 6):
        word = words[at]
        if word == "of" and at < last:
            return at - 1 if words[at - 1][0].isupper() and _head_noun(words[at - 1]) else None
        if not (word[0].isupper() or word in ("the", "and", "for", "’s", "'s")):
            return None
        at -= 1
    return None


def _expand(text: str, last_word: str) -> str:
    full = pairs("titles_role").get(key(last_word))
    if full is None or not last_word.endswith("."):
        return text
    before = text[: len(text) - len(last_word)].split()
    if before and key(before[-1]) in pairs("titles_role") and not before[-1].endswith("."):
        return " ".join(before)  # "Oversight Chairman Rep. Lund"
    return text[: len(text) - len(last_word)] + full


def _region_after(doc: Document, at: int, end: int) -> str:
    """ " of Indiana" after "Gov. Mike Pence"."""
    words = doc.words
    if at + 1 < end and words[at] == "of" and words[at + 1][0].isupper():
        last = at + 1
        while last + 1 < min(end, at + 4) and words[last + 1][0].isupper():
            last += 1
        return " " + doc.text[doc.starts[at] : doc.ends[last]]
    return ""


def _after(doc: Document, at: int, end: int) -> Role | None:
    """ "a spokeswoman for the ministry" after "Maria Okoro,"."""
    words = doc.words
    if at + 4 < end and words[at] == "(":
        # "(D-N.C.)", "(left)"
        at = next((t + 1 for t in range(at, min(end, at + 9)) if words[t] == ")"), at)
    if at + 1 >= end or words[at] != ",":
        return None
    at += 1
    if words[at].isdigit() and at + 2 < end and words[at + 1] == ",":
        at += 2
    return _noun_phrase(doc, at, end, 3.0, closed=True)


def _before_comma(doc: Document, tokens: Span, sentence: Span) -> Role | None:
    """ "the Foreign Minister of Ukraine" before ", Dmytro Kuleba"."""
    words = doc.words
    comma = tokens[0] - 1
    while comma > sentence[0] and (
        key(words[comma]) in courtesy_titles() or key(words[comma]) in pairs("titles_role")
    ):
        comma -= 1
    if comma <= sentence[0] or words[comma] != ",":
        return None
    after = words[tokens[1]] if tokens[1] < sentence[1] else "."
    if after not in (",", ".", "(", ";") and not after[0].islower():
        return None
    first = comma
    while first > max(sentence[0], comma - _LONGEST) and words[first - 1] not in (
        ",",
        ";",
        ":",
        "“",
        "”",
        '"',
        "(",
        ")",
    ):
        first -= 1
    for start in range(first, comma):
        lower = key(words[start])
        if start == first or lower in ARTICLES or words[start - 1] in _POSSESSIVE:
            role = _noun_phrase(doc, start, comma + 1, 2.5, closed=True)
            if role is not None:
                return role
    return None


def _copula(doc: Document, at: int, end: int) -> Role | None:
    """ "the foreign minister" after "Dmytro Kuleba is", or "who is"."""
    words = doc.words
    at += at < end and words[at] == ","
    at += at < end and words[at] == "who"
    if at + 2 >= end or words[at] not in ("is", "was", "became") or words[at + 1] not in ARTICLES:
        return None
    return _noun_phrase(doc, at + 1, end, 1.0, closed=False)


def _noun_phrase(doc: Document, at: int, end: int, strength: float, *, closed: bool) -> Role | None:
    """The role that begins at token ``at``: modifiers, head, and a complement up to the comma.

    ``closed``: without a comma or stop behind it, it is a clause and no role.
    """
    words = doc.words
    loose = at < end and key(words[at]) in ARTICLES
    at += loose
    head_at = None
    token = at
    while token < min(end, at + 8):
        word = words[token]
        if word in _POSSESSIVE and token > at and words[token - 1].islower():
            # "the union’s chairman": whose it is says little
            at, head_at = token + 1, None
        elif _head_noun(word, loose=loose) and key(word) not in wordlist("role_stops"):
            head_at = token
        elif not (_modifies(word) or word in ("’s", "'s", "and") or (loose and _is_plain(word))):
            break
        token += 1
    if head_at is None:
        return None
    last = head_at
    stop = head_at + 1
    if stop < end and (opens_complement(words, stop, end) or words[stop] == "and"):
        while stop < min(end, at + _LONGEST) and not ends_complement(words, stop, end):
            stop += 1
        if words[stop - 1] not in COMPLEMENT and words[stop - 1] not in ARTICLES:
            last = stop - 1
    if closed and stop < end and words[stop] not in _BEHIND:
        return None
    text = doc.text[doc.starts[at] : doc.ends[last]]
    return _role(text, words[head_at], strength)


def _role(text: str, head: str, strength: float) -> Role | None:
    text = " ".join(text.split())
    words = frozenset(key(word) for word in text.replace("-", " ").split())
    if len(text.split()) > _LONGEST:
        return None
    noun = singular(_head_noun(head, loose=True))
    strength -= _FAINT * (noun in wordlist("relational_nouns"))
    proper = (word for word in text.split() if word[0].isupper() and word != head)
    return Role(text, noun, words, frozenset(map(key, proper)), strength)
