import struct
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsreader.engine import data_files, linear_model
from newsreader.engine.fitted import pack_fitted
from newsreader.engine.linear_model import Model, load_model, pack_model
from newsreader.errors import DataError

SMALL = pack_model({"said": 150, "café": -7}, [(0.5, 0.4)], 0.25)


def read(name: str, body: bytes, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Model:
    """The model of a file of these bytes."""
    (folder / f"{name}.bin").write_bytes(body)
    monkeypatch.setattr(data_files, "FOLDER", folder)
    return load_model.__wrapped__(name)


@pytest.mark.parametrize("name", ["attribution", "indirect"])
def test_the_shipped_models_load_and_their_calibration_rises(name: str) -> None:
    model = load_model(name)
    assert [y for _, y in model.calibration] == sorted(y for _, y in model.calibration)
    assert 0.0 <= model.threshold < 1.0


@pytest.mark.parametrize(("name", "known"), [("attribution", "C1"), ("indirect", "0")])
def test_the_shipped_models_know_features_by_their_text(name: str, known: str) -> None:
    assert load_model(name).weights[known] != 0.0
    assert load_model(name).weights[f"{known} nothing like it"] == 0.0


def test_a_missing_model_says_which_file_and_what_to_do() -> None:
    with pytest.raises(DataError, match=r"nothing\.bin.*reinstall"):
        load_model("nothing")


def test_a_model_is_read_as_it_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = read("small", SMALL, tmp_path, monkeypatch)
    assert model.calibration == [(0.5, 0.4)]
    assert model.threshold == 0.25
    assert [model.weights[one] for one in ("said", "café", "sai", "")] == [1.5, -0.07, 0.0, 0.0]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"no facts\n",
        b"[1]\n",
        pack_fitted({}, b""),
        pack_fitted({"buckets": 1, "features": 1, "calibration": [], "threshold": 0}, bytes(9)),
        SMALL[:-1],
        SMALL[:-1] + b"?",
    ],
)
def test_a_damaged_model_is_a_data_error(
    body: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(DataError, match=r"^broken\.bin: .*reinstall"):
        read("broken", body, tmp_path, monkeypatch)


@given(st.dictionaries(st.text(max_size=6), st.integers(-32768, 32767)), st.lists(st.text()))
def test_every_weight_is_found_and_no_other(weights: dict[str, int], others: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("newsreader.engine.fitted.read_bytes", lambda _: pack_model(weights, [], 0))
        model = load_model.__wrapped__("any")
    for one in [*weights, *others]:
        assert model.weights[one] == weights.get(one, 0) / 100


def test_what_is_remembered_of_features_is_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linear_model, "_MOST", 10)
    model = read("small", SMALL, tmp_path, monkeypatch)
    assert model.score([*map(str, range(100)), "said"]) == 1.5
    assert len(model.weights) <= 10
    assert model.score(["said"]) == 1.5


def test_a_weight_that_is_too_large_is_not_written() -> None:
    with pytest.raises(struct.error):
        pack_model({"a": 40_000}, [], 0.0)


def test_unknown_features_weigh_nothing() -> None:
    assert Model(defaultdict(float, {"a": 1.5}), [], 0.0).score(["a", "a", "b"]) == 3.0


def test_calibration_goes_straight_between_its_points() -> None:
    model = Model({}, [(0.5, 0.4), (1.0, 0.9)], 0.0)
    assert model.calibrated(0.75) == pytest.approx(0.65)
    assert model.calibrated(0.25) == pytest.approx(0.2)
