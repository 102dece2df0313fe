"""Opens the app. Imports Textual only after setting what Textual reads when it is imported."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsreader.article import Article
    from newsreader.errors import SourceError
    from newsreader.sources import Source


def run(
    sources: list[Source],
    first: Article,
    problems: list[SourceError],
    notes: list[str],
    *,
    measure: int = 84,
    theme: str = "newsreader-dark",
) -> int:
    """Shows ``first``, which was read from the first of ``sources``, and returns the exit code.

    The other sources are read after the first frame; those that cannot be are added to
    ``problems``, and what is to be said of how others were read to ``notes``, for the caller to
    print when the terminal is free again. The code is 1 if there are problems, and 128 and the
    signal's number if a signal ended the app.
    """
    # Nothing made before the first frame is garbage; the app turns the collector on again.
    gc.disable()
    # Keys wait no longer than this for a thread that reads further articles.
    sys.setswitchinterval(0.001)
    # Milliseconds until a lone escape is the key: terminals send a sequence in one piece.
    os.environ.setdefault("ESCDELAY", "5")
    os.environ.setdefault("TEXTUAL_FPS", "240")
    from newsreader.ui.open_articles import OpenArticles
    from newsreader.ui.reader import Reader
    from newsreader.ui.terminal import TerminalDriver

    articles = OpenArticles(sources, first, problems, notes)
    app = Reader(articles, measure=measure, theme=theme, driver_class=TerminalDriver)
    app.run()
    return app.return_code or (1 if problems else 0)
