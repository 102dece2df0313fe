"""What is used of rapidfuzz, imported in one place.

Its modules import each other, so two threads that begin with different ones can meet a half-made
module. Whoever imports this one waits until all of it is there.
"""

from rapidfuzz import process
from rapidfuzz.distance import OSA, Levenshtein

__all__ = ["OSA", "Levenshtein", "process"]
