"""Quotes that a search found, in the formats that articles are printed in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from newsreader.article import Span
from newsreader.export.contract import SCHEMA, dumps
from newsreader.export.csv_rows import row
from newsreader.export.markdown import escape
from newsreader.export.plain import counted, wrap

COLUMNS: Final = (
    "rank",
    "score",
    "article_id",
    "path",
    "title",
    "published",
    "start",
    "end",
    "kind",
    "text",
    "speaker",
    "confidence",
)


@dataclass(frozen=True, slots=True)
class Result:
    """A quote found: ``article`` and ``quote`` are objects of the contract. ``matched`` are spans
    of the article's text, ``speaker_matched`` of the speaker's name."""

    score: float
    article: dict[str, Any]
    quote: dict[str, Any]
    matched: Sequence[Span]
    speaker_matched: Sequence[Span]


def written(results: Sequence[Result], total: str, format: str) -> str:
    """All of ``results`` in ``format``: jsonl, json, csv, md or text; ``total`` says how many there
    are."""
    return _FORMATS[format](results, total)


def _object(rank: int, result: Result) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "rank": rank,
        "score": round(result.score, 4),
        "article": result.article,
        "quote": result.quote,
        "matched": result.matched,
        "speaker_matched": result.speaker_matched,
    }


def _json_lines(results: Sequence[Result], total: str) -> str:
    return "".join(dumps(_object(rank, one)) + "\n" for rank, one in enumerate(results, 1))


def _json(results: Sequence[Result], total: str) -> str:
    return dumps([_object(rank, one) for rank, one in enumerate(results, 1)], indent=1) + "\n"


def _csv(results: Sequence[Result], total: str) -> str:
    rows = [row(COLUMNS)]
    for rank, one in enumerate(results, 1):
        article, quote = one.article, one.quote
        rows.append(
            row(
                (
                    rank,
                    round(one.score, 4),
                    article["id"],
                    article["path"],
                    article["title"],
                    article["published"],
                    *(quote[key] for key in COLUMNS[6:]),
                )
            )
        )
    return "".join(rows)


def _markdown(results: Sequence[Result], total: str) -> str:
    blocks = [f"# {_told(total)}"]
    for one in results:
        words = escape(_words(one.quote))
        blocks.append(f"> {words}\n>\n> — {escape(_who(one))}")
    return "\n\n".join(blocks) + "\n"


def _plain(results: Sequence[Result], total: str) -> str:
    lines = [f"{_told(total)}."]
    for rank, one in enumerate(results, 1):
        lines += ["", *wrap(f"{rank}. {_words(one.quote)}", hang="   ")]
        lines += wrap(_who(one), indent="   ")
    return "\n".join(lines) + "\n"


def _told(total: str) -> str:
    return counted(int(total), "quote") if total.isdigit() else f"{total} quotes"


def _words(quote: dict[str, Any]) -> str:
    return str(quote["text"]) if quote["kind"] == "indirect" else f"“{quote['text']}”"


def _who(one: Result) -> str:
    where = one.article["title"] or "an article"
    path = one.article["path"] or "standard input"
    speaker = one.quote["speaker"] or "Speaker unknown"
    return f"{speaker} ({one.quote['kind']}) in {where}, {path}"


_FORMATS: Final[dict[str, Callable[[Sequence[Result], str], str]]] = {
    "jsonl": _json_lines,
    "json": _json,
    "csv": _csv,
    "md": _markdown,
    "text": _plain,
}
