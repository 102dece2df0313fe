import gzip
from pathlib import Path

import pytest

from newsreader.engine import fitted
from newsreader.engine.linear_model import Model, load_model
from newsreader.errors import DataError


@pytest.mark.parametrize("name", ["attribution", "indirect"])
def test_the_shipped_models_load_and_their_calibration_rises(name: str) -> None:
    model = load_model(name)
    assert len(model.weights) > 1_000
    assert [y for _, y in model.calibration] == sorted(y for _, y in model.calibration)
    assert 0.0 <= model.threshold < 1.0


def test_a_missing_model_says_which_file_and_what_to_do() -> None:
    with pytest.raises(DataError, match=r"nothing\.json\.gz.*reinstall"):
        load_model("nothing")


@pytest.mark.parametrize(
    "body", [b"", b"no gzip", gzip.compress(b"{}", mtime=0), gzip.compress(b"[1", mtime=0)]
)
def test_a_damaged_model_is_a_data_error(
    body: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken.json.gz").write_bytes(body)
    monkeypatch.setattr(fitted, "_FOLDER", tmp_path)
    load_model.cache_clear()
    with pytest.raises(DataError):
        load_model("broken")
    load_model.cache_clear()


def test_unknown_features_weigh_nothing() -> None:
    assert Model({"a": 1.5}, [], 0.0).score(["a", "a", "b"]) == 3.0


def test_calibration_goes_straight_between_its_points() -> None:
    model = Model({}, [(0.5, 0.4), (1.0, 0.9)], 0.0)
    assert model.calibrated(0.75) == pytest.approx(0.65)
    assert model.calibrated(0.25) == pytest.approx(0.2)
