"""Getting articles in: files, folders, standard input, HTML."""

from newsreader.sources.finding import bundled_sources, find_sources
from newsreader.sources.reading import read_source
from newsreader.sources.source import Source

__all__ = ["Source", "bundled_sources", "find_sources", "read_source"]
