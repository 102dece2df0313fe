"""What newsreader puts on a disk."""

from tests.architecture.reports import SOURCE

MOST_DATA = 12_000_000


def test_the_installed_data_takes_at_most_twelve_megabytes() -> None:
    folders = [SOURCE / "data", SOURCE / "engine" / "data", SOURCE / "ui" / "data"]
    paths = [path for folder in folders for path in folder.rglob("*.*")]
    sizes = {str(path.relative_to(SOURCE)): path.stat().st_size for path in paths}
    assert len(sizes) > 40
    assert sum(sizes.values()) <= MOST_DATA, sorted(sizes.items(), key=lambda one: -one[1])[:6]
