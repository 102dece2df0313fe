"""The bundled articles are what they promise, and their labels fit them to the character."""

from pathlib import Path

import pytest
from seed_labels import FILES, SEEDS, Seed, read_seed

from newsreader.sources import bundled_sources


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def seed(request: pytest.FixtureRequest) -> Seed:
    path: Path = request.param
    return read_seed(path)


def test_there_are_twelve_articles_in_every_format_that_newsreader_reads() -> None:
    assert len(FILES) >= 12
    assert {path.suffix for path in FILES} == {".txt", ".md", ".html"}


def test_every_article_has_labels_and_no_labels_lack_their_article() -> None:
    labelled = {path.stem for path in (SEEDS / "expected").glob("*.json")}
    assert {path.stem for path in FILES} == labelled


def test_the_bundled_articles_open_in_the_order_of_their_names() -> None:
    shown = [Path(source.path or "").name for source in bundled_sources()]
    assert shown == [path.name for path in FILES]
    assert shown[0] == "01-nato-brussels.txt"


def test_an_article_is_300_to_900_words_long(seed: Seed) -> None:
    assert 300 <= len(seed.article.text.split()) <= 900


def test_an_article_says_whether_it_is_fiction(seed: Seed) -> None:
    last = seed.article.text.rstrip().rsplit("\n", 1)[-1]
    if seed.name == "01-nato-brussels":
        assert "retells, in newsreader’s own words" in last
    else:
        assert "This article is fiction, written for newsreader." in last


def test_title_byline_and_date_are_read_as_labelled(seed: Seed) -> None:
    article = seed.article
    assert {
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
    } == seed.front


def test_nothing_around_a_page_is_taken_for_the_article(seed: Seed) -> None:
    noise = ("Subscribe", "partners value", "Advertise", "Most read", "Read also", "raju77")
    noise += ("Newsletter", "Privacy", "Sign up", "not in the article", "<", "All rights")
    assert [word for word in noise if word in seed.article.text] == []


def test_a_labelled_quote_is_the_text_at_its_span(seed: Seed) -> None:
    text = seed.article.text
    for quote in seed.quotes:
        assert text[quote["start"] : quote["end"]] == quote["text"]


def test_labelled_quotes_are_in_text_order_with_their_speakers_listed(seed: Seed) -> None:
    starts = [quote["start"] for quote in seed.quotes]
    assert starts == sorted(starts)
    for speaker in seed.speakers:
        for index in speaker["quotes"]:
            assert seed.quotes[index]["speaker"] == speaker["name"]
    listed = sorted(index for speaker in seed.speakers for index in speaker["quotes"])
    assert listed == list(range(len(seed.quotes)))


def test_a_direct_quote_stands_in_marks_or_after_the_name_of_who_speaks(seed: Seed) -> None:
    text = seed.article.text
    for quote in seed.quotes:
        if quote["kind"] == "indirect":
            continue
        before = text[: quote["start"]].rstrip(" \n\u00a0")
        assert before.endswith(("“", '"', "‘", "«", "„")) or is_answer(text, quote["start"]), quote


def is_answer(text: str, start: int) -> bool:
    line = text[:start].rsplit("\n", 1)[-1]
    return line in ("", "ADEYEMI: ")


def test_a_labelled_mention_of_a_place_begins_with_its_name(seed: Seed) -> None:
    text = seed.article.text
    for place in seed.locations:
        for start, end in place["mentions"]:
            surface = text[start:end]
            assert surface[:1].isupper()
            assert place["country"] is None or len(place["country"]) == 2
            assert text[start - 1 : start] in ("", " ", "\n", "“", "(")
            assert not text[end].isalnum()


def test_a_source_and_a_cue_stand_outside_the_words_that_they_introduce(seed: Seed) -> None:
    for quote in seed.quotes:
        for span in (quote["source"], quote["cue"]):
            assert span is None or span[1] <= quote["start"] or span[0] >= quote["end"], quote
