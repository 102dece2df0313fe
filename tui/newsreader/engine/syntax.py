"""The syntax around an article's quotations, read once for all stages that ask for it."""

from __future__ import annotations

from dataclasses import dataclass

from newsreader.engine.attribution_candidates import Clauses
from newsreader.engine.document import Document, Quotation
from newsreader.engine.skeleton import skeletons
from newsreader.engine.source_mentions import mentions
from newsreader.engine.word_classes import word_classes


@dataclass(frozen=True, slots=True)
class Syntax:
    """``classes`` has one letter for each token. ``clauses`` are those of the article, then of
    each quotation that holds others; ``home`` tells for each quotation in which it stands."""

    classes: str
    clauses: list[Clauses]
    home: list[int]


def read_syntax(doc: Document, quotations: list[Quotation]) -> Syntax:
    """The syntax of ``doc``, kept with it until it is asked for with other quotations."""
    key = tuple(quotations)
    kept = doc.memo.get("syntax")
    if isinstance(kept, tuple) and kept[0] == key:
        syntax: Syntax = kept[1]
        return syntax
    classes = word_classes(doc)
    found, home = skeletons(doc, classes, quotations)
    syntax = Syntax(classes, [Clauses(doc, one, mentions(doc, one)) for one in found], home)
    doc.memo["syntax"] = (key, syntax)
    return syntax
