"""The class of each token, one letter each, so that syntax can be matched on plain strings.

No tagger runs: a lexicon gives a word its usual class, its spelling and neighbours the rest.

    D determiner   S possessive pronoun   J adjective   N noun      X proper name   # number
    V finite verb  E past participle      G -ing form   B infinitive  M auxiliary   R adverb
    O pronoun      W wh-word              P preposition C conjunction t that        T day, month
    ' possessive   . sentence end         , : ; ( ) -   " mark        ? anything else
"""

from __future__ import annotations

from functools import lru_cache

from newsreader.engine.data_files import read_text
from newsreader.engine.document import Document
from newsreader.engine.wordlists import wordlist

_CLOSED = frozenset("DSPCOWMt")
_SURNAMES = frozenset("JNVEGBMRP")
_PUNCTUATION = {
    **dict.fromkeys((".", "!", "?", "…", "...", ".."), "."),
    **dict.fromkeys(("-", "–", "—", "--", "―", "---"), "-"),
    **dict.fromkeys("“”\"„«»‹›‘’'`‚", '"'),
    **{mark: mark for mark in ",:;()"},
    "[": "(",
    "]": ")",
    "{": "(",
    "}": ")",
    "&": "J",
    "%": "N",
    "$": "#",
    "£": "#",
    "€": "#",
}
_SUFFIXES = (("ing", "G"), ("ed", "V"), ("ly", "R"), ("ous", "J"), ("ful", "J"), ("ive", "J"),
             ("able", "J"), ("ible", "J"), ("ish", "J"), ("ese", "J"), ("less", "J"))  # fmt: skip


@lru_cache(maxsize=1)
def lexicon() -> dict[str, str]:
    """Word in lower case to the letter of its usual class."""
    table = {}
    for line in read_text("lexicon.txt").splitlines():
        letter, *words = line.split(" ")
        table.update(dict.fromkeys(words, letter))
    for verbs in ("speech_verbs", "stance_verbs"):
        for entry in wordlist(verbs):
            for place, form in enumerate(entry.split(" ")):
                table.setdefault(form, "B" if place == 0 else "G" if form.endswith("ing") else "V")
    for nouns in ("person_nouns", "group_nouns", "document_nouns", "reporting_nouns"):
        for word in wordlist(nouns):
            table.setdefault(word, "N")
    table.update(dict.fromkeys(wordlist("auxiliaries"), "M"))
    table.update(dict.fromkeys(wordlist("negated_parts"), "R"))
    table["that"] = "t"
    return table


def word_classes(doc: Document) -> str:
    """One letter for each token of ``doc``."""
    table = lexicon()
    letters = [table.get(word) or _PUNCTUATION.get(word) or "" for word in doc.words]
    first = {start for start, _ in doc.sentences}
    times = wordlist("time_words")
    words = doc.words
    for i, letter in enumerate(letters):
        if letter:
            continue
        word = words[i]
        if word[0].isdigit():
            letters[i] = "#"
        elif word[0].isupper():
            begins = i in first or letters[i - 1] == '"' or letters[i - 1] == ":"
            begins = begins and not _after_quoted_comma(doc, letters, i)
            letters[i] = _capitalised(word.lower(), begins, table, times)
        elif word[0] in "’'":
            after = words[i + 1][:1] if i + 1 < len(words) else ""
            is_clitic_verb = (i and letters[i - 1] in "OWt") or word[1:] not in ("s", "S")
            letters[i] = "M" if is_clitic_verb or not after else "'"
        elif word[0].islower():
            letters[i] = _unknown(word)
        else:
            letters[i] = "X" if word[0] in "@#" and len(word) > 1 else "?"
    _surnames(words, letters)
    titles = wordlist("titles_after_nouns")
    for i, word in enumerate(words):
        if word == "her" and (letters[i + 1 : i + 2] or [""])[0] not in "JNX":
            letters[i] = "O"
        elif word in titles and i and letters[i - 1] in "NX":
            letters[i] = "N"
    return "".join(letters)


def _after_quoted_comma(doc: Document, letters: list[str], i: int) -> bool:
    """Whether the sentence goes on after a quotation that ends in a comma: “… no,” Black said."""
    mark = i
    while mark and (letters[mark - 1] == '"' or doc.words[mark - 1] == "''") and i - mark < 2:
        mark -= 1
    return 0 < mark < i and letters[mark - 1] == "," and doc.ends[mark - 1] == doc.starts[mark]


def _surnames(words: list[str], letters: list[str]) -> None:
    """Reads as names those capitalised words that follow a name elsewhere: after “George Will”
    and “Pam Sharp” also “Will wrote” and “Sharp said”. Headlines, which capitalise every word,
    teach nothing."""
    places: dict[str, list[int]] = {}
    known: set[str] = set()
    for i, word in enumerate(words):
        if letters[i] in _SURNAMES and word[0].isupper() and len(word) > 2:
            places.setdefault(word, []).append(i)
        elif letters[i] != "X":
            continue
        following = words[i + 1] if i + 1 < len(words) else "."
        if i and letters[i - 1] == "X" and not following[0].isupper():
            known.add(word)
    for word in known & places.keys():
        for i in places[word]:
            following = words[i + 1] if i + 1 < len(words) else "."
            named = i and letters[i - 1] == "X" and not following[0].isupper()
            if named or (i + 1 < len(words) and letters[i + 1] in "V'"):
                letters[i] = "X"


def _capitalised(lower: str, begins: bool, table: dict[str, str], times: frozenset[str]) -> str:
    letter = table.get(lower)
    if lower in times and not (begins and letter):
        return "T"
    if letter is None or (not begins and letter not in _CLOSED):
        return "X"
    return letter


def _unknown(word: str) -> str:
    if "-" in word:
        return "J"
    for suffix, letter in _SUFFIXES:
        if word.endswith(suffix):
            return letter
    return "N"
