"""spaCy's small English pipeline, built as ``en_core_web_sm`` is, with random weights.

Speed does not depend on what the weights are, only on the shapes: token vectors of width 96 from
hashed norms, prefixes, suffixes and shapes, four convolutions; a tagger and a parser that listen
to them; entities from vectors of their own. As many labels as the package has.
"""

from __future__ import annotations

from typing import Any

INSTALL = "pip install -e '.[bench]'"
"""The line that installs what this needs."""

_WIDTH = 96
_TAGS, _DEPENDENCIES, _ENTITIES = 50, 45, 18
_SPREAD = 0.5  # of the output weights, which would begin as zeros and decide nothing


def build() -> Any:
    """The pipeline, ready to run.

    Raises:
        ImportError: spaCy is not installed.
    """
    import spacy

    spacy.util.fix_random_seed(0)
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": _vectors()})
    nlp.add_pipe("tagger", config={"model": _tagger()})
    nlp.add_pipe("parser", config={"model": _transitions("parser", _listener())})
    nlp.add_pipe("ner", config={"model": _transitions("ner", _vectors())})
    for name, count in (("tagger", _TAGS), ("parser", _DEPENDENCIES), ("ner", _ENTITIES)):
        for number in range(count):
            nlp.get_pipe(name).add_label(f"{name}{number}")
    nlp.initialize()
    _fill_zeros(nlp)
    return nlp


def _vectors() -> dict[str, Any]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": _WIDTH,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
            "rows": [5000, 1000, 2500, 2500, 50, 50],
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": _WIDTH,
            "depth": 4,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def _listener() -> dict[str, Any]:
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": _WIDTH, "upstream": "*"}


def _tagger() -> dict[str, Any]:
    return {
        "@architectures": "spacy.Tagger.v2",
        "nO": None,
        "normalize": False,
        "tok2vec": _listener(),
    }


def _transitions(kind: str, vectors: dict[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": vectors,
    }


def _fill_zeros(nlp: Any) -> None:
    import numpy

    random = numpy.random.default_rng(0)
    for name in ("tagger", "parser", "ner"):
        for node in nlp.get_pipe(name).model.walk():
            for param in node.param_names:
                weights = node.get_param(param) if node.has_param(param) else None
                if weights is not None and weights.ndim == 2 and not weights.any():
                    node.set_param(param, random.normal(0, _SPREAD, weights.shape).astype("f"))
