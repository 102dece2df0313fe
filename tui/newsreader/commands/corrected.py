"""What an article yields with the corrections that its reader made in the app."""

from __future__ import annotations

from collections.abc import Callable

from newsreader.article import Analysis, Article

Corrected = Callable[[Article, Analysis, str, list[str]], Analysis]


def _none(article: Article, analysis: Analysis, name: str, notes: list[str]) -> Analysis:
    return analysis


def corrected_or_not(corrections: bool) -> Corrected:
    """Applies the ``corrections`` kept for an article called ``name``, unless they are to be left
    out, and says so in ``notes``. It may raise ``CorrectionError``."""
    return _stored_corrections() if corrections else _none


def _stored_corrections() -> Corrected:
    from newsreader.corrections.store import CorrectionStore, content_hash

    store = CorrectionStore()

    def corrected(article: Article, analysis: Analysis, name: str, notes: list[str]) -> Analysis:
        kept = store.load(content_hash(article.text))
        if not kept:
            return analysis
        from newsreader.corrections.applying import outcome

        result = outcome(article.text, analysis, kept)
        notes.append(_narrated(len(kept), len(result.idle), name))
        return result.analysis

    return corrected


def _narrated(kept: int, idle: int, name: str) -> str:
    """ "2 corrections applied to bridge.txt"."""
    applied = kept - idle
    line = f"{applied} {'correction' if applied == 1 else 'corrections'} applied to {name}"
    return f"{line}; {idle} found nothing to correct" if idle else line
