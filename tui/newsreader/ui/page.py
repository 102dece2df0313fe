"""An article set in lines: its text, above it what the text lacks of its front matter. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from newsreader.article import Article, Span
from newsreader.text import safe_line
from newsreader.ui.layout import ShownText, Wrapped, shown_text


class Page:
    """An article at one width. Lines are counted from the first one drawn."""

    def __init__(self, article: Article, shown: ShownText, width: int) -> None:
        self.width = width
        self.body = Wrapped(shown, width)
        self.head = _front_matter(article, width)

    def __len__(self) -> int:
        return len(self.head) + len(self.body)

    def line_of(self, offset: int) -> int:
        """The line that holds ``offset``."""
        return len(self.head) + self.body.line_of(offset)

    def lines_of(self, span: Span) -> range:
        """The lines on which ``span`` is drawn."""
        return range(self.line_of(span[0]), self.line_of(max(span[0], span[1] - 1)) + 1)

    def together(self, spans: Sequence[Span], height: int) -> range:
        """The lines of the first span, and of as many of the others as ``height`` has room for,
        earlier ones first."""
        first, *others = spans
        lines = self.lines_of(first)
        for span in others:
            more = self.lines_of(span)
            both = range(min(lines.start, more.start), max(lines.stop, more.stop))
            if len(both) <= height:
                lines = both
        return lines

    def top_of(self, position: int) -> int:
        """The line to put at the top for ``position``; 0 is the very top."""
        return self.line_of(position) if position > 0 else 0

    def position_of(self, line: int) -> int:
        """Offset at which ``line`` starts, 0 for what stands above the text."""
        line -= len(self.head)
        return self.body.starts[line] if 0 < line < len(self.body) else 0

    def offset_at(self, line: int, cell: int) -> int | None:
        """Offset of the character at ``cell`` of ``line``, if there is one."""
        line -= len(self.head)
        if cell < 0 or not 0 <= line < len(self.body):
            return None
        offset = self.body.offset_at(line, cell)
        return offset if offset < self.body.span(line)[1] else None

    def span_between(self, start: tuple[int, int] | None, end: tuple[int, int] | None) -> Span:
        """The text between two places, each the number of a code point in a line and the line;
        from the beginning or to the end of the text for ``None``."""
        size = len(self.body.text)
        return self._offset(start) if start else 0, self._offset(end) if end else size

    def place_of(self, offset: int) -> tuple[int, int]:
        """Where ``offset`` is drawn: the number of a code point in a line, and the line."""
        line = self.line_of(offset)
        return offset - self.body.span(line - len(self.head))[0], line

    def _offset(self, place: tuple[int, int]) -> int:
        index, line = place
        line -= len(self.head)
        if line < 0:
            return 0
        if line >= len(self.body):
            return len(self.body.text)
        start, end = self.body.span(line)
        return min(end, start + index)


def _front_matter(article: Article, width: int) -> list[tuple[str, str]]:
    """Title, byline and date where the text itself doesn't have them: lines and their tones."""
    parts = []
    if article.title and article.title_span is None:
        parts.append((safe_line(article.title), "title"))
    about = [
        safe_line(part)
        for part, span in (
            (article.byline, article.byline_span),
            (article.published, article.published_span),
        )
        if part and span is None
    ]
    if about:
        parts.append((" · ".join(about), "quiet"))
    lines = [
        (line, tone) for part, tone in parts for line in Wrapped(shown_text(part), width).drawn()
    ]
    return [*lines, ("", "text")] if lines else []
