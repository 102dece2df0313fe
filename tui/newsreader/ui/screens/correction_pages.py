"""The pages on which one says whose a quote is, or what is wrong with a speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from rich.cells import cell_len

from newsreader.article import Quote, Speaker
from newsreader.search.index import Entry, Match, QuoteIndex
from newsreader.text import safe_line
from newsreader.ui.live_search import Wanted
from newsreader.ui.screens.page_layout import COLUMN
from newsreader.ui.screens.picking import PickScreen
from newsreader.ui.sureness import UNKNOWN, in_words, mark
from newsreader.ui.widgets.row_line import Piece, Row, RowLine
from newsreader.ui.widgets.side_rows import (
    MENTIONED_MARK,
    PARAPHRASE,
    PARAPHRASE_MARK,
    SPEAKER_MARK,
    heading,
    sentence,
)
from newsreader.ui.widgets.snippet import lit, snippet

NOBODY = ("nobody",)
NOT_A_QUOTATION = ("not a quotation",)
MERGE, SPLIT, RENAME = "merge", "split", "rename"
_MOST = 50
_EXCERPT = 300


class NameScreen(PickScreen):
    """Picks the name of one of ``speakers``, or one that is typed if it may be ``new``.

    The result is the name, or ``None``. ``about`` stands above the list.
    """

    names_title = "Speakers"

    def __init__(
        self,
        title: str,
        speakers: Sequence[Speaker],
        hint: str,
        *,
        about: str = "",
        new: bool = True,
    ) -> None:
        super().__init__(title, hint)
        self._speakers = speakers
        self._about = about
        self._new = new
        self._index = QuoteIndex()
        quoted = (speaker.name for speaker in speakers if speaker.quotes)
        self._ranks = {name: rank for rank, name in enumerate(quoted)}

    def prepare(self) -> Iterator[None]:
        """Indexes the names."""
        yield from self._index.add_in_steps(
            Entry(speaker.name, speaker.role or "") for speaker in self._speakers
        )

    def rows_for(self, query: str, wanted: Wanted) -> list[Row]:
        """The speakers, or those that match and the name as it is typed: first if no speaker has
        all of its words, but after what else was meant."""
        typed = " ".join(query.split())
        matches = self._index.search(typed, _MOST) if typed else []
        known = bool(matches) and self._has_all(typed, matches[0].entry)
        choices, names = self.choice_rows(typed), self.name_rows(typed, matches, known)
        return [*self.about_rows(), *(names + choices if known else choices + names)]

    def about_rows(self) -> list[Row]:
        """What this is about."""
        return [sentence(self._about, "strong", 2)] if self._about else []

    def choice_rows(self, typed: str) -> list[Row]:
        """What else can be picked."""
        return []

    def name_rows(self, typed: str, matches: Sequence[Match], known: bool) -> list[Row]:
        """All speakers if nothing is typed, or else those that match, and the typed name: as the
        last one if the best match is ``known`` to be meant."""
        if not typed:
            rows = [self._speaker_row(index, None) for index in range(len(self._speakers))]
        else:
            rows = [self._speaker_row(match.entry, match) for match in matches]
            if self._new and all(speaker.name != typed for speaker in self._speakers):
                rows.insert(len(rows) if known else 0, Row(partial(_draw_new, typed), typed))
        return [heading(self.names_title), *rows] if rows else []

    def _has_all(self, typed: str, entry: int) -> bool:
        """Whether each word that is typed is meant by the speaker's name."""
        return all(
            any(match.entry == entry for match in self._index.search(word, len(self._speakers)))
            for word in typed.split()
        )

    def _speaker_row(self, index: int, match: Match | None) -> Row:
        speaker = self._speakers[index]
        draw = partial(
            _draw_name, speaker, self._ranks.get(speaker.name), match, self.note(speaker)
        )
        return Row(draw, speaker.name)

    def note(self, speaker: Speaker) -> str:
        """What stands at the right end of a speaker's row."""
        return ""


class WhoseScreen(NameScreen):
    """Says whose a quote is: a speaker's, a new one's, nobody's known, or that it is none.

    The result is a name, ``NOBODY``, ``NOT_A_QUOTATION`` or ``None``.
    """

    names_title = "Give it to"

    def __init__(self, speakers: Sequence[Speaker], words: str, quote: Quote) -> None:
        super().__init__("Who said it", speakers, "a speaker, or a new name")
        self._words = words
        self._quote = quote

    def about_rows(self) -> list[Row]:
        """The quote as it stands now."""
        words = " ".join(self._words[:_EXCERPT].split())
        lines = 1 if cell_len(words) + 6 < min(self.app.size.width, COLUMN) else 2
        draw = partial(_draw_quote, words, self._quote, lines)
        return [Row(draw, height=lines + 1, kind="text")]

    def choice_rows(self, typed: str) -> list[Row]:
        """That it is nobody's, or no quotation."""
        what = "paraphrase" if self._quote.kind == "indirect" else "quotation"
        choices = (
            (f"Not a {what}", ("not a ", "no ", what), NOT_A_QUOTATION),
            ("Unknown: nobody known said it", ("unknown", "nobody"), NOBODY),
        )
        typed = typed.casefold()
        rows = [
            _choice(label, value)
            for label, begins, value in choices
            if any(word.startswith(typed) for word in (*begins, label.casefold()))
        ]
        return [heading("Correct"), *rows] if rows else []

    def first_row(self, rows: list[Row]) -> int | None:
        """The speaker whose it is, or else the first one."""
        names = [index for index, row in enumerate(rows) if isinstance(row.value, str)]
        now = [index for index in names if rows[index].value == self._quote.speaker]
        return next(iter([*now, *names]), None)

    def note(self, speaker: Speaker) -> str:
        """Whose it is now."""
        return "now" if speaker.name == self._quote.speaker else ""


class SpeakerScreen(PickScreen):
    """Says what is wrong with a speaker; the result is ``MERGE``, ``SPLIT``, ``RENAME``, or
    ``None``."""

    def __init__(self, speaker: Speaker, *, can_merge: bool = True) -> None:
        super().__init__("Correct", "what is wrong with this speaker?")
        self._speaker = speaker
        self._can_merge = can_merge

    def rows_for(self, query: str, wanted: Wanted) -> list[Row]:
        """What can be done."""
        choices = [("Give another name…", RENAME)]
        if self._speaker.quotes:
            choices.insert(0, ("Split: some quotes are another person's…", SPLIT))
        if self._can_merge:
            choices.insert(0, ("Merge with another speaker…", MERGE))
        typed = query.strip().casefold()
        rows = [_choice(words, value) for words, value in choices if typed in words.casefold()]
        return [heading(safe_line(self._speaker.name)), *rows] if rows else []


def _draw_quote(words: str, quote: Quote, lines: int, width: int) -> Sequence[RowLine]:
    """The quote's words in ``lines``, and a line that says whose it is."""
    told = quote.kind == "indirect"
    words = words if told else f"“{words}”"
    pieces = snippet(words, (), width - 3, lines, "italic" if told else "")
    sign = Piece(f"{PARAPHRASE_MARK} " if told else "", "dim")
    who = f"{safe_line(quote.speaker or UNKNOWN)} {mark(quote)}".rstrip()
    about = filter(None, (f"— {who}", in_words(quote), PARAPHRASE if told else ""))
    quoted = [RowLine((sign, *line)) for line in pieces]
    return [*quoted, RowLine((Piece(" · ".join(about), "dim"),))]


def _choice(words: str, value: object) -> Row:
    return Row(lambda width: (RowLine((Piece(f"  {words}"),)),), value)


def _draw_new(name: str, width: int) -> Sequence[RowLine]:
    return [
        RowLine(
            (Piece("+ ", "mark"), Piece(safe_line(name), "strong"), Piece("  a new name", "dim"))
        )
    ]


def _draw_name(
    speaker: Speaker, rank: int | None, match: Match | None, note: str, width: int
) -> Sequence[RowLine]:
    look = "" if rank is None else f"strong speaker-{rank}"
    pieces = [
        Piece(f"{MENTIONED_MARK if rank is None else SPEAKER_MARK} ", look or "dim"),
        *lit(safe_line(speaker.name), match.letters if match else (), look),
    ]
    if speaker.role:
        role = lit(safe_line(speaker.role), match.speaker_letters if match else (), "dim")
        pieces += [Piece("  "), *role]
    return [RowLine(tuple(pieces), (Piece(f"{note} ", "note"),) if note else ())]
