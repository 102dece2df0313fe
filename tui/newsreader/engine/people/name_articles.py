"""Family names that begin in lower case: "Khalid al-Masri", of which "Khalid" alone was seen."""

from __future__ import annotations

from dataclasses import replace

from newsreader.engine.document import Document, Name
from newsreader.engine.people.forms import key
from newsreader.engine.wordlists import wordlist


def with_articles(doc: Document, names: list[Name]) -> list[Name]:
    """``names`` with "al-Masri" behind a given name taken into it, and seen as a name where it
    then stands alone."""
    words = doc.words
    found = [token for token, word in enumerate(words) if "-" in word and _has_article(word)]
    if not found:
        return names
    index_of = {
        token: index
        for index, name in enumerate(names)
        for token in doc.tokens_in(name.start, name.end)
    }
    changed = list(names)
    known: set[str] = set()
    alone: list[int] = []
    for token in found:
        before = index_of.get(token - 1)
        if token in index_of:
            if names[index_of[token]].start < doc.starts[token]:
                known.add(key(words[token]))
        elif before is not None and changed[before].kind != "organization":
            joined = replace(changed[before], end=doc.ends[token], kind="person")
            changed[before] = joined
            known.add(key(words[token]))
        else:
            alone.append(token)
    changed += [
        Name(doc.starts[token], doc.ends[token], "person", 0.5)
        for token in alone
        if key(words[token]) in known
    ]
    return sorted(changed, key=lambda name: name.start)


def _has_article(word: str) -> bool:
    article, _, rest = word.partition("-")
    return rest[:1].isupper() and article.islower() and article in wordlist("name_articles")
