"""Where newsreader keeps what belongs to its user. Nothing is created here."""

from __future__ import annotations

from pathlib import Path

from newsreader.errors import NoHome


def data_folder() -> Path:
    """``newsreader`` in the user's data folder: under ``XDG_DATA_HOME``, or where the system has
    such things (``~/.local/share``).

    Raises:
        NoHome: neither is known.
    """
    import platformdirs  # not before the first frame

    folder = platformdirs.user_data_path("newsreader", appauthor=False)
    if not folder.is_absolute():
        raise NoHome("there is no folder to keep data in; set XDG_DATA_HOME to an absolute path")
    return folder
