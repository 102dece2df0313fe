"""Parsing in a child process that can be stopped; ``parser_worker`` is what runs there."""

from __future__ import annotations

from typing import Literal

from newsreader.process import Limits, run_module
from newsreader.sources.draft import Draft

Way = Literal["article", "everything", "markdown"]
"""The article of a web page, all the text of one, or the text of a Markdown file."""


def parse_in_child(way: Way, text: str, limits: Limits) -> Draft:
    """What ``text`` holds, read in the given way; an empty draft if that is nothing.

    Raises:
        AnalysisFailed: it took too much time or memory, or brought the parser down.
    """
    import json

    data = f"{way}\n{text}".encode("utf-8", "replace")
    return Draft(**json.loads(run_module("newsreader.sources.parser_worker", data, limits)))
