"""An article and its analysis as JSON, JSON Lines, CSV, Markdown and plain text."""
