"""Loads beside the app what the first search and the first page over the article will need."""

from __future__ import annotations

from functools import lru_cache
from threading import Thread


@lru_cache(maxsize=1)
def load_ahead() -> None:
    """Starts loading, once; keys are waited for meanwhile."""
    Thread(target=_load, name="loading ahead", daemon=True).start()


def _load() -> None:
    import sqlite3  # noqa: F401

    import newsreader.corrections.applying
    import newsreader.search.edits
    import newsreader.ui.palette
    import newsreader.ui.screens.articles
    import newsreader.ui.screens.correction_pages
    import newsreader.ui.screens.help
    import newsreader.ui.screens.map
    import newsreader.ui.screens.splitting  # noqa: F401
    from newsreader.ui.maps.outlines import TOLERANCES, load

    load(range(1, len(TOLERANCES)))
