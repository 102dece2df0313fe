"""``newsreader extract``: what articles yield, on stdout, article by article."""

from __future__ import annotations

import gc
from collections.abc import Sequence

from newsreader.commands.corrected import corrected_or_not
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
    corrected = corrected_or_not(corrections)
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
