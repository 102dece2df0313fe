"""Text in; quotes, speakers and places out. Pure functions over the files of ``engine/data/``.

Nothing is imported here, so that one stage can be loaded without the others.
"""
