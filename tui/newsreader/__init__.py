"""newsreader: who said what, and where, in a news article."""

__version__ = "0.1.0"
