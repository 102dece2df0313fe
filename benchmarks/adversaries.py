"""Texts made to cost an engine more than their length: what each repeats, and a few more."""

from __future__ import annotations

import random
import string

from benchmarks.articles import Shape, made_up

_REPEATED = {
    "opening marks": "“",
    "closing marks": "”",
    "opening and closing marks": "“”",
    "single opening marks": "‘",
    "single closing marks": "’",
    "straight marks": '"',
    "straight marks apart": '" ',
    "apostrophes": "'",
    "guillemets": "«»",
    "opening guillemets": "«",
    "low and high marks": "„“",
    "marks of every kind": "“‘«„\"'",
    "quotations of one word": "“a” ",
    "nested marks": "“‘",
    "nested words": "“a ‘b ",
    "brackets": "(",
    "nested brackets": "([{",
    "closing brackets": ")]}",
    "unclosed paragraphs": "“So it goes\n\n",
    "one long word": "a",
    "capital letters": "A",
    "words in capitals": "ANA SAID ",
    "newlines": "\n",
    "one word a paragraph": "a\n\n",
    "spaces": " ",
    "digits": "7",
    "numbers": "1,",
    "commas": ",",
    "commas and words": ", and ",
    "hyphens": "-",
    "hyphens apart": "- ",
    "full stops": ".",
    "ellipses": "…",
    "underscores": "_",
    "combining marks": "\u0301",
    "letters that grow in lower case": "İ ",
    "caseless letters": "中",
    "lone surrogates": "\ud800",
    "a name chain": "Ana ",
    "a name chain with of": "Ana of the ",
    "a name chain with and": "Ana and ",
    "a name chain with commas": "Ana, ",
    "a name chain with hyphens": "Ana-",
    "one name in full": "Ana Silva ",
    "initials": "A. ",
    "abbreviations": "U.S.",
    "titles": "Mr. ",
    "possessives": "Li's ",
    "places": "Paris, Texas, ",
    "and and": "and ",
    "reporting words": "said ",
    "reporting nouns": "claim that ",
    "that he": "that he ",
    "reports of reports": "X said that ",
    "according to": "according to Ana Silva ",
    "clauses in clauses": "who said that the mayor, ",
    "pronouns": "he she they I ",
    "quotes of a pronoun": "“No way,” he said. ",
    "quotes of a woman": "“Go,” she said. ",
    "sentences of one letter": "A. B. “C.” ",
    "a dialogue": "“Go,” Li said.\n\n“No,” Bo said.\n\n",
    "a dialogue without names": "“Go?”\n\n“No.”\n\n",
    "a transcript": "LI: a\n\n",
    "lines of a transcript": "ANA SILVA: I go.\n",
    "addresses": "http://",
    "mail addresses": "a.b@",
}
_NOISE = "abcXYZ019-_’'.&@:/“”"


def _different_names(size: int) -> str:
    rng = random.Random(20220406)
    letters = string.ascii_lowercase[:8]
    return " ".join("".join(rng.choices(letters, k=6)).title() for _ in range(size // 7 + 1))[:size]


def _noise(size: int) -> str:
    return "".join(random.Random(20220406).choices(_NOISE, k=size))


def _prose(size: int) -> str:
    return made_up(Shape(size, size // 200))


_MADE = {
    "prose": _prose,
    "different names": _different_names,
    "noise without spaces": _noise,
}

NAMES = (*_MADE, *_REPEATED)


def adversary(name: str, size: int) -> str:
    """The text of that name with ``size`` characters, or about as many."""
    if name in _MADE:
        return _MADE[name](size)
    unit = _REPEATED[name]
    return (unit * (size // len(unit) + 1))[:size]
