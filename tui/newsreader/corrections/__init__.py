"""What a reader says against the engine: values, how they change an analysis, where they are kept.

Corrections always win over the engine. They belong to an article's words, wherever these lie.
"""
