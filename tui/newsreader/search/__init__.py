"""The fuzzy index over quotes: in memory, or in a file for collections of any size."""
