import pytest

from newsreader.engine.people.roles import roles_at
from newsreader.engine.tokens import read_document


def roles(text: str, name: str) -> list[str]:
    doc = read_document(text)
    start = text.index(name)
    tokens = doc.tokens_in(start, start + len(name))
    span = (tokens.start, tokens.stop)
    return [role.text for role in roles_at(doc, span, doc.sentences[doc.sentence_of(span[0])])]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("according to NATO Secretary General Ada Lind.", "NATO Secretary General"),
        (
            "Republican vice-presidential nominee Ada Lind said so.",
            "Republican vice-presidential nominee",
        ),
        ("Clinton campaign manager Ada Lind said so.", "Clinton campaign manager"),
        ("Secretary of State Ada Lind flew home.", "Secretary of State"),
        ("Sen. Ada Lind spoke.", "Senator"),
        ("Texas Sen. Ada Lind spoke.", "Texas Senator"),
        ("Gov. Ada Lind of Indiana spoke.", "Governor of Indiana"),
        ("Ada Lind, a spokeswoman for the ministry, said so.", "spokeswoman for the ministry"),
        ("Ada Lind, 54, the mayor of Turku, said so.", "mayor of Turku"),
        ("Ada Lind (D-N.C.), head of the Caucus, said so.", "head of the Caucus"),
        (
            "Ada Lind, a senior fellow at the Institute of Seas.",
            "senior fellow at the Institute of Seas",
        ),
        (
            "on Thursday the Foreign Minister of Ukraine, Ada Lind, spoke.",
            "Foreign Minister of Ukraine",
        ),
        ("Ada Lind, 43, a baker from Izmir, said so.", "baker from Izmir"),
        ("Ada Lind, an analyst with the Bank of Ports, said so.", "analyst with the Bank of Ports"),
        ("The farmers’ leader, Ada Lind, said so.", "leader"),
        ("Harbour Chairman Rep. Ada Lind spoke.", "Harbour Chairman"),
        ("Ada Lind is the deputy harbour chief.", "deputy harbour chief"),
    ],
)
def test_a_role_is_read_beside_the_name(text: str, role: str) -> None:
    assert role in roles(text, "Ada Lind")


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Ada Lind spoke.",
        "Dr. Ada Lind spoke.",
        "On Monday Ada Lind spoke.",
        "He told Ada Lind the truth.",
        "Ada Lind, who was late, spoke.",
        "Ada Lind, and then the others, spoke.",
        "The leaders met Ada Lind.",
    ],
)
def test_what_is_no_role_is_left_out(text: str) -> None:
    assert roles(text, "Ada Lind") == []


def test_a_role_says_more_than_whose_rival_somebody_is() -> None:
    text = "Rival Ada Lind spoke. Ada Lind, the mayor of Turku, left."
    doc = read_document(text)
    rival, mayor = (
        roles_at(doc, span, doc.sentences[doc.sentence_of(span[0])])[0].strength
        for span in ((1, 3), (5, 7))
    )
    assert rival < mayor - 1
