from newsreader.engine.analyse import analyse
from newsreader.engine.confidence import certainty
from newsreader.engine.document import Attribution

TEXT = "It is over, said the Norwegian."
SOURCE, CUE = (17, 30), (12, 16)


def sure(
    stated: float,
    *evidence: tuple[str, str],
    cue: tuple[int, int] | None = CUE,
    kind: str | None = "person",
) -> float:
    one = Attribution(0, 10, "direct", SOURCE, cue, stated, evidence)
    return certainty(TEXT, one, None, kind)


def test_a_source_without_a_reporting_word_is_worth_less() -> None:
    place = ("place", "right after")
    assert sure(0.8, ("near", ""), place, cue=None) < sure(0.8, ("inverted", "said"), place)


def test_a_source_who_is_somebody_is_worth_more_than_one_who_is_nobody() -> None:
    said = (("verb", "said"), ("place", "before"))
    assert sure(0.6, *said) > sure(0.6, *said, kind=None)


def test_more_certain_models_never_make_it_less_certain() -> None:
    row = [sure(tenth / 10, ("verb", "said"), ("place", "before")) for tenth in range(11)]
    assert row == sorted(row)


def test_nothing_is_certain_or_impossible() -> None:
    for stated in (0.0, 1.0, 0.5):
        assert 0 < sure(stated, ("unheard of", "")) < 1


def test_a_signature_is_proof_enough() -> None:
    text = "“The lake is dying and nobody at the town hall listens to us.” — Marta Ruiz\n\n"
    quote = analyse(f"Letters\n\n{text}“It smells of oil.” — Jan Novak\n").quotes[0]
    assert quote.speaker == "Marta Ruiz"
    assert quote.confidence >= 0.85


def test_a_label_in_an_interview_is_surer_than_the_paragraph_that_goes_on_from_it() -> None:
    text = (
        "NEWSREADER: Why a lift?\n\nADEYEMI: Because nobody can leave.\n\n"
        "I wanted a love story in it.\n\nNEWSREADER: Is it hydraulic?\n\nADEYEMI: I hope so.\n"
    )
    labelled, going_on = (
        one for one in analyse(text).quotes if one.start < 100 and one.source is not None
    )
    assert labelled.confidence >= 0.93 > going_on.confidence >= 0.85
