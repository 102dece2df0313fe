"""``newsreader extract``: what articles yield, on stdout, article by article."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence

from newsreader.article import Analysis, Article
from newsreader.commands.output import write_out
from newsreader.commands.progress import Progress
from newsreader.errors import AnalysisFailed, CorrectionError, DataError, SourceError
from newsreader.export import writer
from newsreader.narration import invite_typing, say
from newsreader.sources import find_sources, read_source


def extract(
    paths: Sequence[str], format: str, *, with_text: bool = False, corrections: bool = True
) -> int:
    """Print every article under ``paths`` in ``format``, with the ``corrections`` that its reader
    made, unless these are to be left out; problems go to stderr, one line each.

    Returns:
        0, or 1 if some article could not be read or analysed, or its corrections not be read.

    Raises:
        CannotWrite: stdout is closed or its disk full.
    """
    # One short article is over before a collection would pay.
    gc.disable()
    from newsreader.engine.analyse import analyse  # --help does without it

    sources, problems = find_sources(paths)
    for problem in problems:
        say(str(problem))
    failed = bool(problems)
    invite_typing(sources)
    form = writer(format, with_text=with_text)
    progress = Progress(len(sources))
    corrected = _stored_corrections() if corrections else _none
    try:
        write_out(form.head())
        for number, source in enumerate(sources):
            progress.at(number)
            if number == 1:
                gc.freeze()
                gc.enable()
            notes: list[str] = []
            try:
                article = read_source(source, notes)
                analysis = analyse(article.text, article.title_span)
            except (SourceError, AnalysisFailed, DataError) as problem:
                progress.clear()
                named = isinstance(problem, SourceError)
                say(str(problem) if named else f"{source.name}: {problem}")
                failed = True
                continue
            try:
                analysis = corrected(article, analysis, source.name, notes)
            except CorrectionError as problem:
                notes.append(f"{problem}; {source.name} is printed without corrections")
                failed = True
            for note in notes:
                progress.clear()
                say(note)
            write_out(form.article(article, analysis))
        write_out(form.foot())
    except BrokenPipeError:
        pass  # whoever read our output has seen enough
    finally:
        progress.clear()
    return 1 if failed else 0


_Corrected = Callable[[Article, Analysis, str, list[str]], Analysis]


def _none(article: Article, analysis: Analysis, name: str, notes: list[str]) -> Analysis:
    return analysis


def _stored_corrections() -> _Corrected:
    """Applies the corrections kept for an article called ``name``, and says so in ``notes``. It
    may raise ``CorrectionError``."""
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
