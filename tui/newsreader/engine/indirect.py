"""Stage 6: indirect speech, the clauses under a reporting word ("said that", "according to")."""

from __future__ import annotations

from newsreader.engine.document import Attribution, Document, Name, Quotation


def find_indirect(
    doc: Document, quotations: list[Quotation], names: list[Name]
) -> list[Attribution]:
    """Reported speech without quotation marks, in text order."""
    return []
