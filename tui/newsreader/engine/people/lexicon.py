"""The word lists of this stage, read once, in the shapes it asks for."""

from __future__ import annotations

from functools import lru_cache

from newsreader.engine.name_tables import name_table
from newsreader.engine.wordlists import wordlist


@lru_cache(maxsize=8)
def pairs(name: str) -> dict[str, str]:
    """A list whose entries are ``key=value``."""
    split = (entry.partition("=") for entry in wordlist(name))
    return {key: value for key, _, value in split}


@lru_cache(maxsize=1)
def courtesy_titles() -> frozenset[str]:
    """Forms of address that are neither name nor role: "mr.", "dame", "dr."."""
    return wordlist("titles_male") | wordlist("titles_female") | wordlist("titles_neutral")


@lru_cache(maxsize=1)
def offices() -> frozenset[str]:
    """The nouns of titles, in lower case: "governor", "senator"."""
    return frozenset(title.lower() for title in pairs("titles_role").values())


@lru_cache(maxsize=4096)
def singular(noun: str) -> str:
    """The singular of a lower-case noun, good enough for the heads of descriptions."""
    if noun.endswith("men") and len(noun) > 4:
        return noun[:-3] + "man"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "ches", "shes", "xes")):
        return noun[:-2]
    if noun == "wives":
        return "wife"
    if noun == "people":
        return "person"
    if noun == "children":
        return "child"
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun


@lru_cache(maxsize=4096)
def is_person_noun(noun: str) -> bool:
    """Whether a lower-case singular noun names a person by what they do or are."""
    return (
        noun in wordlist("role_nouns")
        or noun in wordlist("person_nouns")
        or noun in wordlist("demonym_nouns")
        or noun.endswith(("woman", "spokesperson", "ologist"))
        or (noun.endswith("man") and len(noun) > 5 and noun not in ("human", "german", "roman"))
        or (noun.startswith(("co-", "ex-")) and noun[3:] in wordlist("role_nouns"))
    )


def noun_gender(noun: str) -> str:
    """``"m"``, ``"f"`` or ``""`` by what a lower-case singular noun tells."""
    if noun.endswith("woman") or noun in wordlist("person_nouns_female"):
        return "f"
    if noun in wordlist("person_nouns_male") or (noun.endswith("man") and is_person_noun(noun)):
        return "m"
    return ""


def given_name_gender(name: str) -> str:
    """``"m"``, ``"f"`` or ``""`` by a given name in lower case."""
    first = name.partition("-")[0]
    for word in (name, first):
        if word in wordlist("given_names_either"):
            return ""
        if word in name_table("words/given_names_female"):
            return "f"
        if word in name_table("words/given_names_male"):
            return "m"
    return ""
