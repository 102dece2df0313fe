"""The map of the world: what is decided about it without Textual."""
