"""The names of an article for training: those that the engine itself will find."""

from newsreader.engine.document import Document, Name


def names_of(doc: Document, stem: str) -> list[Name]:
    """The names of ``doc``; none as long as the engine finds none."""
    try:
        from newsreader.engine.names import find_names
    except ImportError:
        return []
    return find_names(doc)
