"""The app looks as it did. After a change that is meant: ``pytest --accept-snapshots``."""

from difflib import unified_diff
from pathlib import Path

import pytest

from newsreader.ui.themes import DARK, LIGHT
from tests.snapshots.running import SCREENS, take

STORED = Path(__file__).parent / "stored"
LARGEST = 40_000  # bytes of one picture
SIZES = ((80, 24), (120, 40), (200, 50))
THEMES = {"dark": DARK, "light": LIGHT}
NAMES = [
    f"{screen}-{columns}x{rows}-{theme}"
    for screen in SCREENS
    for columns, rows in SIZES
    for theme in THEMES
]


@pytest.mark.parametrize("name", NAMES)
def test_the_screen_looks_as_it_did(
    name: str,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    screen, size, theme = name.split("-")
    columns, rows = map(int, size.split("x"))
    shown = take(screen, (columns, rows), THEMES[theme])
    stored = STORED / f"{name}.txt"
    if request.config.getoption("accept_snapshots"):
        STORED.mkdir(exist_ok=True)
        stored.write_text(shown, encoding="utf-8")
        return
    before = stored.read_text(encoding="utf-8") if stored.exists() else ""
    if shown == before:
        return
    new = tmp_path / f"{name}.txt"
    new.write_text(shown, encoding="utf-8")
    changes = "\n".join(
        unified_diff(
            before.splitlines(), shown.splitlines(), str(stored), str(new), lineterm="", n=1
        )
    )
    pytest.fail(
        f"{name} looks different; see {new}. If that is meant, run\n"
        f"    pytest --accept-snapshots tests/snapshots\n{changes}",
        pytrace=False,
    )


def test_nothing_is_stored_that_no_test_compares() -> None:
    assert {path.stem for path in STORED.glob("*")} == set(NAMES)


def test_each_stored_picture_is_small() -> None:
    assert [path.name for path in STORED.glob("*") if path.stat().st_size > LARGEST] == []
