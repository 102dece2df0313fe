"""What is remembered from key to key changes nothing of what is found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from newsreader.search import names
from newsreader.search.index import Entry, Origin, QuoteIndex
from tests.unit.search_corpus import SPEAKERS, words

LEXICON = words(1_500, seed=3)
PAPER = Origin("the paper", source="The Paper")


def quotes() -> list[Entry]:
    random = Random(2)
    weights = [1 / (rank + 3) for rank in range(len(LEXICON))]
    return [
        Entry(" ".join(random.choices(LEXICON, weights, k=12)).capitalize(), SPEAKERS[n % 5], n)
        for n in range(2_000)
    ]


@pytest.fixture(params=["memory", "file"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[QuoteIndex]:
    index = QuoteIndex(path=tmp_path / "index" if request.param == "file" else None)
    index.replace(PAPER, quotes())
    yield index
    index.close()


def anew(tmp_path: Path) -> QuoteIndex:
    """The same quotes with nothing remembered."""
    if (tmp_path / "index").exists():
        return QuoteIndex(path=tmp_path / "index")
    again = QuoteIndex()
    again.replace(PAPER, quotes())
    return again


def typed(random: Random) -> Iterator[str]:
    """Every state of a line in which somebody types a few words of a quote with a mistake, takes
    half of that back and goes on otherwise."""
    entry = random.choice(quotes())
    some = entry.text.split()[:4]
    wrong = random.randrange(4)
    at = random.randrange(len(some[wrong]))
    some[wrong] = some[wrong][:at] + random.choice("aeimnrst") + some[wrong][at + 1 :]
    if random.random() < 0.5:
        some = [word.lower() for word in some]
    if random.random() < 0.3:
        some.insert(0, random.choice(("speaker:ada", "-" + LEXICON[400], '"' + LEXICON[5] + '"')))
    text = " ".join(some)
    yield from (text[:end] for end in range(1, len(text) + 1))
    half = len(text) // 2
    yield from (text[:end] for end in range(len(text), half, -1))
    for letter in f" {random.choice(LEXICON[:50])}":
        text = text[:half] + letter
        half += 1
        yield text


def found_in(index: QuoteIndex, query: str) -> list[str]:
    """The keys of the articles."""
    return [match.record().origin.key for match in index.search(query)]


def outcome(index: QuoteIndex, query: str) -> tuple[list[tuple[int, float, object]], str]:
    found = index.find(query, 30)
    return [(m.entry, m.score, m.letters) for m in found.matches], found.counted


@pytest.mark.parametrize("seed", range(4))
def test_a_query_typed_letter_by_letter_finds_what_it_finds_at_once(
    seed: int, index: QuoteIndex, tmp_path: Path
) -> None:
    states = list(typed(Random(seed)))
    kept = {query: outcome(index, query) for query in states}
    for query in Random(seed).sample(states, 25):
        again = anew(tmp_path)
        assert kept[query] == outcome(index, query) == outcome(again, query), query
        again.close()


@pytest.mark.parametrize("seed", range(3))
def test_a_phrase_typed_letter_by_letter_finds_what_it_finds_at_once(
    seed: int, index: QuoteIndex, tmp_path: Path
) -> None:
    random = Random(seed)
    before = random.choice(("", f"{LEXICON[0][:2]} ", f"{LEXICON[1]} ", "speaker:ada "))
    first, second, third = random.choice(quotes()).text.split()[:3]
    phrases = [
        f'{before}"{first} {second} {third}" {LEXICON[0]}',
        f'{before}"{LEXICON[0]} {LEXICON[1]}"',
        f'"{second} {third}" speaker:per',
    ]
    states = [text[:end] for text in phrases for end in range(1, len(text) + 1)]
    states += [state.lower() for state in states if " " in state]
    kept = {query: outcome(index, query) for query in states}
    assert any(found[0] for query, found in kept.items() if '"' in query)
    for query in random.sample(list(kept), 30):
        again = anew(tmp_path)
        assert kept[query] == outcome(again, query), query
        again.close()


def test_a_phrase_that_goes_on_finds_what_was_not_looked_at(index: QuoteIndex) -> None:
    stones = [Entry(f"A stone {word}") for word in LEXICON]
    banks = [Entry("Stone by a green river bank")] * 5
    rivers = [Entry(f"{'Stone' if at < 25 else 'Wood'} by a green river {at}") for at in range(450)]
    rivers[3] = banks[0]
    index.replace(Origin("stones"), stones)
    index.replace(Origin("rivers"), rivers)
    index.replace(Origin("banks"), banks)
    assert len(index.search('stone "green river', 200)) >= 25
    assert found_in(index, 'stone "green river ba') == ["rivers", *["banks"] * 5]


def test_a_phrase_that_goes_on_finds_what_has_come_since(index: QuoteIndex) -> None:
    assert found_in(index, '"zymurgy is n') == []
    index.replace(Origin("more"), [Entry("Zymurgy is not quaffed")])
    assert found_in(index, '"zymurgy is not') == ["more"]
    assert found_in(index, '"zymurgy is not q') == ["more"]
    index.replace(Origin("other"), [Entry("Zymurgy is not quite it")])
    assert found_in(index, '"zymurgy is not qu') == ["more", "other"]


def test_a_query_that_was_asked_before_finds_what_has_come_since(index: QuoteIndex) -> None:
    index.replace(Origin("first"), [Entry("Zymurgy is not")])
    assert "more" not in found_in(index, "zymurgy quaffed")
    index.replace(Origin("more"), [Entry("Zymurgy is not quaffed")])
    assert found_in(index, "zymurgy quaffed") == ["more"]
    assert found_in(index, "zymurgy quafed") == ["more"]
    index.remove("more")
    assert "more" not in found_in(index, "zymurgy quaffed")


def test_a_query_that_was_asked_before_finds_what_another_program_has_added(
    tmp_path: Path,
) -> None:
    index, other = (QuoteIndex(path=tmp_path / "index") for _ in range(2))
    other.replace(Origin("first"), [Entry("Zymurgy is not")])
    assert "more" not in found_in(index, "zymurgy quaffed")
    other.replace(Origin("more"), [Entry("Zymurgy is not quaffed")])
    assert found_in(index, "zymurgy quaffed") == ["more"]
    index.close()
    other.close()


def test_one_word_that_is_wrong_is_likelier_than_several() -> None:
    texts = ["A silver harbour", "A sliver of harbours", "Silver harbingers"]
    index = QuoteIndex([Entry(text, position=at) for at, text in enumerate(texts)])
    assert [match.entry for match in index.search("silver harbout")] == [0]
    # Where none has the others it may be several.
    assert index.search("silwer harbout")[0].entry == 0


def test_to_prepare_changes_nothing_of_what_is_found(index: QuoteIndex, tmp_path: Path) -> None:
    steps = index.prepare()
    for _ in range(3):
        next(steps)
    # Two mistakes, one of them in the first letter: looked for by what is made ready last.
    index.replace(Origin("more"), [Entry("Such zymurgists are quaffed")])
    for _ in steps:
        pass
    assert len(index.search("bymurgjsts")) == 1
    assert list(index.prepare()) != []
    index.remove("more")
    again = anew(tmp_path)
    for query in (LEXICON[700][:-2] + "xx", "b" + LEXICON[700][1:-1], LEXICON[300][:4]):
        assert outcome(index, query) == outcome(again, query)
    again.close()


@pytest.mark.parametrize("taken", range(0, 60, 3))
def test_names_that_come_and_go_while_they_are_made_ready_are_the_right_ones(
    taken: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(names, "_AT_ONCE", 1)
    index = QuoteIndex(Entry(f"word {at}", f"Speaker {who}") for at, who in enumerate("aabcdee"))
    index.replace(Origin("gone"), [Entry("Words", "Ms Gone")])
    steps = index.prepare()
    for _ in range(taken):
        next(steps, None)
    index.replace(Origin("more"), [Entry("Such quaffed", "Zed Zymurgist")])
    index.remove("gone")
    list(steps)
    assert [each.label for each in index.complete("speaker:")] == [
        "Speaker a", "Speaker e", "Speaker b", "Speaker c", "Speaker d", "Zed Zymurgist"
    ]  # fmt: skip
    assert found_in(index, "speaker:zymurgi") == ["more"]
    assert found_in(index, "speaker:gone") == []
