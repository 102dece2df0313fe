"""Interviews whose questions stand as paragraphs of their own, without any labels."""

from __future__ import annotations

from newsreader.article import Span
from newsreader.engine.document import Document
from newsreader.engine.wordlists import wordlist

_LONGEST_QUESTION = 60
"""Tokens of a paragraph that is one question."""
_FEWEST = 2
"""Questions that an interview has at least."""
_OPENING = 120
"""Tokens, headline and first lines, within which an interview is announced."""
_MARKS = frozenset('“”"„«»')


def unlabelled_answers(doc: Document) -> list[Span]:
    """The paragraphs that answer questions, where an article announces an interview, asks at least
    two questions in paragraphs of their own and speaks in the first person between them. An
    answer without its own question mark ends with the next question or with the article."""
    if not _announced(doc):
        return []
    asking = [_is_question(doc, first, last) for first, last in doc.paragraphs]
    if sum(asking) < _FEWEST:
        return []
    begin = asking.index(True)
    answers = [
        paragraph
        for paragraph, question in zip(doc.paragraphs[begin:], asking[begin:], strict=True)
        if not question
    ]
    personal = sum(_is_personal(doc, first, last) for first, last in answers)
    if len(answers) < _FEWEST or 2 * personal < len(answers) or 4 * sum(asking) < len(answers):
        return []
    return [(doc.starts[first], doc.ends[last - 1]) for first, last in answers]


def _announced(doc: Document) -> bool:
    signs = wordlist("interview_signs")
    return any(word.lower() in signs for word in doc.words[:_OPENING])


def _is_question(doc: Document, first: int, last: int) -> bool:
    while last > first and doc.words[last - 1] in ("*", "_"):
        last -= 1
    title = doc.title is not None and doc.starts[first] < doc.title[1]
    return (
        not title
        and last - first <= _LONGEST_QUESTION
        and doc.words[last - 1] == "?"
        and not _MARKS & set(doc.words[first:last])
    )


def _is_personal(doc: Document, first: int, last: int) -> bool:
    """Whether somebody speaks here of themselves, and nobody's words stand in marks."""
    words = {word.lower() for word in doc.words[first : min(last, first + 300)]}
    return not _MARKS & words and bool(words & wordlist("first_person_words"))
