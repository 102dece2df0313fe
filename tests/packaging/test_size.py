"""What newsreader puts on a disk."""

from tests.architecture.reports import SOURCE

MOST_DATA = 12_000_000


def test_the_installed_data_takes_at_most_twelve_megabytes() -> None:
    data = SOURCE / "engine" / "data"
    sizes = {str(path.relative_to(data)): path.stat().st_size for path in data.rglob("*.*")}
    assert len(sizes) > 40
    assert sum(sizes.values()) <= MOST_DATA, sorted(sizes.items(), key=lambda one: -one[1])[:6]
