"""Corrections applied to an analysis."""

import time

from newsreader.article import Analysis, Quote, Span, Speaker
from newsreader.corrections.applying import apply, idle
from newsreader.corrections.values import (
    Correction,
    Given,
    Merged,
    NotQuotation,
    Split,
    UnknownSpeaker,
)
from tests.unit.correction_checks import assert_consistent, speaker

TEXT = (
    "“We go now,” said Ada Merritt. “They stay,” Bush said. Mr Bush waited. "
    "“It rains,” she said. Laura Bush laughed. He said that nothing was lost."
)


def at(words: str) -> Span:
    start = TEXT.index(words)
    return start, start + len(words)


GO, STAY, RAINS, LOST = at("We go now,"), at("They stay,"), at("It rains,"), at("nothing was lost")
BUSH = TEXT.index("Bush"), TEXT.index("Bush") + 4
FOUND = Analysis(
    (
        Quote(*GO, "direct", "Ada Merritt", at("Ada Merritt"), at("said"), 0.9, "“said Ada”."),
        Quote(*STAY, "direct", "Bush", BUSH, at("said"), 0.8, "“Bush said” stands after."),
        Quote(*RAINS, "direct", "Bush", at("she"), at("said"), 0.5, "“she said”; she is Bush."),
        Quote(*LOST, "indirect", None, None, None, 0.3, "Nothing says."),
    ),
    (
        Speaker("Bush", "person", "senator", (BUSH, at("Mr Bush"), at("she")), (1, 2)),
        Speaker("Ada Merritt", "person", None, (at("Ada Merritt"),), (0,)),
        Speaker("the council", "organization", None, (at("laughed"),), ()),
    ),
)


def corrected(*corrections: Correction) -> Analysis:
    assert idle(TEXT, FOUND, corrections) == ()
    analysis = apply(TEXT, FOUND, corrections)
    assert_consistent(analysis)
    return analysis


def quote_at(analysis: Analysis, span: Span) -> Quote:
    [found] = [quote for quote in analysis.quotes if (quote.start, quote.end) == span]
    return found


def test_no_corrections_change_nothing() -> None:
    assert apply(TEXT, FOUND, []) is FOUND


def test_a_quote_given_to_another_speaker_counts_there_and_says_who_said_so() -> None:
    analysis = corrected(Given(RAINS, "Ada Merritt"))
    quote = quote_at(analysis, RAINS)
    assert (quote.speaker, quote.confidence, quote.corrected) == ("Ada Merritt", 1.0, True)
    assert quote.why == "You gave this to Ada Merritt."
    assert (quote.source, quote.cue) == (None, None)
    assert speaker(analysis, "Ada Merritt").quotes == (0, 2)
    assert speaker(analysis, "Bush").quotes == (1,)
    assert not quote_at(analysis, GO).corrected
    assert not speaker(analysis, "Ada Merritt").corrected


def test_the_source_stays_where_it_is_a_mention_of_that_speaker() -> None:
    quote = quote_at(corrected(Given(GO, "Ada Merritt")), GO)
    assert (quote.source, quote.cue) == (at("Ada Merritt"), at("said"))
    assert quote.corrected


def test_a_new_name_is_a_new_person_mentioned_where_the_text_has_the_name() -> None:
    new = speaker(corrected(Given(LOST, " Laura\nBush ")), "Laura Bush")
    assert new == Speaker("Laura Bush", "person", None, (at("Laura Bush"),), (3,), True)


def test_a_new_name_takes_no_mention_from_others_and_no_part_of_a_word() -> None:
    assert speaker(corrected(Given(LOST, "Merritt")), "Merritt").mentions == ()
    assert speaker(corrected(Given(LOST, "Lau")), "Lau").mentions == ()


def test_what_is_no_quotation_is_gone() -> None:
    analysis = corrected(NotQuotation(GO), NotQuotation(LOST))
    assert [quote.speaker for quote in analysis.quotes] == ["Bush", "Bush"]
    assert speaker(analysis, "Bush").quotes == (0, 1)
    assert speaker(analysis, "Ada Merritt").quotes == ()


def test_a_quote_of_nobody_known_has_no_speaker() -> None:
    quote = quote_at(corrected(UnknownSpeaker(GO)), GO)
    assert (quote.speaker, quote.source, quote.corrected) == (None, None, True)
    assert quote.why == "You said that nobody known said this."


def test_merging_sums_mentions_and_quotes_and_keeps_the_role() -> None:
    analysis = corrected(Merged(("Bush", "Ada Merritt"), "Ada Merritt"))
    assert analysis.speakers[0] == Speaker(
        "Ada Merritt",
        "person",
        "senator",
        (at("Ada Merritt"), BUSH, at("Mr Bush"), at("she")),
        (0, 1, 2),
        True,
    )
    moved = quote_at(analysis, STAY)
    assert (moved.confidence, moved.corrected, moved.source) == (0.8, False, BUSH)
    assert moved.why == "“Bush said” stands after; you said that Bush is Ada Merritt."


def test_renaming_is_merging_one() -> None:
    analysis = corrected(Merged(("Bush",), "George Bush"))
    assert analysis.speakers[0].name == "George Bush"
    assert analysis.speakers[0].role == "senator"
    assert quote_at(analysis, STAY).speaker == "George Bush"


def test_renaming_to_the_name_of_another_merges_them() -> None:
    analysis = corrected(Merged(("Bush",), "Ada Merritt"))
    assert [each.name for each in analysis.speakers] == ["Ada Merritt", "the council"]
    assert analysis.speakers[0].quotes == (0, 1, 2)


def test_splitting_moves_quotes_with_their_sources_and_the_new_name_s_mentions() -> None:
    analysis = corrected(Split("Bush", (RAINS,), "Laura Bush"))
    assert speaker(analysis, "Laura Bush") == Speaker(
        "Laura Bush", "person", None, (at("she"), at("Laura Bush")), (2,), True
    )
    assert speaker(analysis, "Bush") == Speaker(
        "Bush", "person", "senator", (BUSH, at("Mr Bush")), (1,), True
    )
    quote = quote_at(analysis, RAINS)
    assert (quote.source, quote.confidence, quote.corrected) == (at("she"), 1.0, True)
    assert quote.why == "You said that this is Laura Bush, not Bush."


def test_a_source_that_another_quote_rests_on_stays_when_its_speaker_is_split() -> None:
    shared = Analysis(
        (
            Quote(*GO, "direct", "Bush", BUSH, None, 0.5, "x"),
            Quote(*STAY, "direct", "Bush", BUSH, None, 0.5, "x"),
        ),
        (Speaker("Bush", "person", None, (BUSH,), (0, 1)),),
    )
    one = apply(TEXT, shared, [Split("Bush", (GO,), "Ann")])
    assert speaker(one, "Bush").mentions == (BUSH,)
    assert one.quotes[0].source is None
    both = apply(TEXT, shared, [Split("Bush", (GO, STAY), "Ann")])
    assert [each.name for each in both.speakers] == ["Ann"]
    assert both.speakers[0].mentions == (BUSH,)


def test_later_corrections_speak_of_the_names_as_they_are_after_earlier_ones() -> None:
    analysis = corrected(
        Given(LOST, "Clerk"),
        Merged(("Clerk", "Bush"), "Townsman"),
        Split("Townsman", (LOST, STAY), "Laura Bush"),
        Given(STAY, "Ada Merritt"),
        Merged(("Laura Bush",), "Laura"),
    )
    said = {quote.start: quote.speaker for quote in analysis.quotes}
    assert said == {
        GO[0]: "Ada Merritt",
        STAY[0]: "Ada Merritt",
        RAINS[0]: "Townsman",
        LOST[0]: "Laura",
    }
    assert quote_at(analysis, LOST).why == "You said that this is Laura, not Townsman."


def test_a_correction_whose_quote_or_name_is_gone_is_idle_and_the_others_are_not() -> None:
    corrections = [
        NotQuotation((3, 5)),
        UnknownSpeaker((3, 5)),
        Merged(("Nobody",), "Bush"),
        Merged(("Bush",), "Bush"),
        Split("Nobody", (GO,), "Ann"),
        Split("Bush", ((3, 5),), "Ann"),
        Given((900, 910), "Ann"),
        Given(GO, " \n"),
    ]
    assert idle(TEXT, FOUND, corrections) == tuple(corrections)
    assert apply(TEXT, FOUND, corrections) == FOUND
    assert idle(TEXT, FOUND, [*corrections, NotQuotation(GO)]) == tuple(corrections)


def test_a_quote_that_is_found_slightly_differently_is_still_the_same() -> None:
    longer = (GO[0] - 1, GO[1] + 1)
    analysis = corrected(NotQuotation(longer))
    assert len(analysis.quotes) == 3
    assert idle(TEXT, FOUND, [NotQuotation((GO[0], GO[1] + 4))])


def test_a_given_quote_that_the_engine_no_longer_finds_is_put_back() -> None:
    lost = Analysis(FOUND.quotes[1:3], (Speaker("Bush", "person", None, (BUSH,), (0, 1)),))
    analysis = apply(TEXT, lost, [Given(GO, "Ada Merritt"), Given(LOST, "Bush")])
    assert_consistent(analysis)
    assert [quote.speaker for quote in analysis.quotes] == ["Ada Merritt", "Bush", "Bush", "Bush"]
    assert [quote.kind for quote in analysis.quotes] == ["direct", "direct", "direct", "indirect"]
    assert speaker(analysis, "Ada Merritt").mentions == (at("Ada Merritt"),)


def test_a_quote_that_is_put_back_is_what_it_was_or_what_its_marks_tell() -> None:
    def kind(correction: Given) -> str:
        return apply(TEXT, Analysis(), [correction]).quotes[0].kind

    assert kind(Given(GO, "Ada")) == "direct"
    assert kind(Given((GO[0] + 3, GO[1]), "Ada")) == "mixed"
    assert kind(Given(LOST, "Ada")) == "indirect"
    assert kind(Given(LOST, "Ada", "direct")) == "direct"


def test_a_quote_that_is_put_back_takes_the_place_of_what_it_overlaps() -> None:
    whole = (GO[0], STAY[1])
    analysis = corrected(Given(whole, "Bush"))
    assert [(quote.start, quote.end) for quote in analysis.quotes] == [whole, RAINS, LOST]


def test_what_a_quote_that_is_put_back_does_not_cover_stays_a_quote_of_its_own() -> None:
    text = "“We go. And nobody will stop us now. They stay here too.”"
    middle = text.index("And"), text.index(" They")
    found = Analysis(
        (Quote(1, len(text) - 1, "direct", "Bush", None, None, 0.5, "x"),),
        (Speaker("Bush", "person", None, (), (0,)),),
    )
    analysis = apply(text, found, [Given(middle, "Ada")])
    assert_consistent(analysis)
    said = [(text[quote.start : quote.end], quote.speaker) for quote in analysis.quotes]
    assert said == [
        ("And nobody will stop us now.", "Ada"),  # two words before it are a scrap
        ("They stay here too.", "Bush"),
    ]


def test_a_fragment_put_back_within_a_paraphrase_leaves_that_alone() -> None:
    analysis = corrected(Given(at("nothing"), "Bush"), Given(at("nothing was"), "Ada Merritt"))
    assert [quote.kind for quote in analysis.quotes[3:]] == ["indirect"]
    marked = TEXT.replace("nothing was lost", "all is “not so” lost")
    clause = marked.index("all"), marked.index(" lost") + 5
    fragment = marked.index("not so"), marked.index("not so") + 6
    found = Analysis((Quote(*clause, "indirect"),))
    both = apply(marked, found, [Given(fragment, "Bush")])
    assert [(quote.kind, quote.speaker) for quote in both.quotes] == [
        ("indirect", None),
        ("mixed", "Bush"),
    ]


def test_a_full_name_that_is_new_takes_the_mentions_that_are_that_name() -> None:
    quotes = (Quote(*GO, "direct", "Bush", at("Laura Bush"), at("said"), 0.5, "x"),)
    mentions = (BUSH, at("Laura Bush"))
    mixed_up = Analysis(quotes, (Speaker("Bush", "person", None, mentions, (0,)),))
    analysis = apply(TEXT, mixed_up, [Given(GO, "Laura Bush")])
    assert speaker(analysis, "Laura Bush").mentions == (at("Laura Bush"),)
    assert analysis.quotes[0].source == at("Laura Bush")
    assert speaker(analysis, "Bush").mentions == (BUSH,)


def test_words_in_marks_are_not_taken_for_the_paraphrase_around_them() -> None:
    text = "He said that “nobody at all will ever be left behind” here."
    clause = text.index("“"), text.index(".")
    fragment = text.index("nobody"), text.index("”")
    found = Analysis((Quote(*clause, "indirect"),))
    assert idle(text, found, [NotQuotation(fragment)])
    assert apply(text, found, [NotQuotation((clause[0] - 3, clause[1]))]).quotes == ()


def test_twice_the_text_with_twice_the_corrections_takes_about_twice_the_time() -> None:
    def seconds(times: int) -> float:
        text = TEXT * times
        shift = len(TEXT)
        quotes = tuple(
            Quote(quote.start + at * shift, quote.end + at * shift, quote.kind, quote.speaker)
            for at in range(times)
            for quote in FOUND.quotes
        )
        corrections: list[Correction] = []
        for number, quote in enumerate(quotes[::3]):
            span = quote.start, quote.end
            each = (Given(span, f"A{number % 9}"), NotQuotation(span), UnknownSpeaker(span))
            corrections.append(each[number % 3])
        best = 9.0
        for _ in range(3):
            begun = time.process_time()
            apply(text, Analysis(quotes, FOUND.speakers), corrections)
            best = min(best, time.process_time() - begun)
        return best

    assert seconds(2000) < 3 * seconds(1000)
