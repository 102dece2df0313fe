"""Corrections as JSON, and back with every detail checked: a file may have been edited by hand."""

from __future__ import annotations

from typing import Any, cast, get_args

from newsreader.article import QuoteKind, Span
from newsreader.corrections.values import (
    Correction,
    Given,
    Merged,
    NotQuotation,
    Split,
    UnknownSpeaker,
    tidy_name,
)


def as_json(correction: Correction) -> dict[str, Any]:
    """An object with the key ``is`` for the kind of correction, and its fields."""
    match correction:
        case Given(span, speaker, kind):
            form = {"is": "given", "span": span, "speaker": speaker}
            return form if kind is None else {**form, "kind": kind}
        case NotQuotation(span):
            return {"is": "not-quotation", "span": span}
        case UnknownSpeaker(span):
            return {"is": "unknown-speaker", "span": span}
        case Merged(names, name):
            return {"is": "merged", "names": names, "name": name}
        case Split(name, spans, new_name):
            return {"is": "split", "name": name, "spans": spans, "new_name": new_name}


def from_json(value: object) -> Correction:
    """The correction that ``as_json`` turned into ``value``.

    Raises:
        ValueError: it is none.
    """
    if not isinstance(value, dict):
        raise ValueError("a correction is no object")
    match value:
        case {"is": "given", "span": span, "speaker": speaker}:
            return Given(_span(span), _name(speaker), _kind(value.get("kind")))
        case {"is": "not-quotation", "span": span}:
            return NotQuotation(_span(span))
        case {"is": "unknown-speaker", "span": span}:
            return UnknownSpeaker(_span(span))
        case {"is": "merged", "names": [*names], "name": name}:
            return Merged(tuple(_name(each) for each in names), _name(name))
        case {"is": "split", "name": name, "spans": [*spans], "new_name": new_name}:
            return Split(_name(name), tuple(_span(each) for each in spans), _name(new_name))
    raise ValueError("a correction of a kind that is not known, or with a part missing")


def _kind(value: object) -> QuoteKind | None:
    if value is None or value in get_args(QuoteKind):
        return cast("QuoteKind | None", value)
    raise ValueError("a kind of quote that is not known")


def _span(value: object) -> Span:
    match value:
        case [int(start), int(end)] if type(start) is type(end) is int and 0 <= start < end:
            return start, end
    raise ValueError("a span is no pair of a start and a greater end")


def _name(value: object) -> str:
    if isinstance(value, str) and tidy_name(value):
        return value
    raise ValueError("a name is missing")
