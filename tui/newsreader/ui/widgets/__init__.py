"""Widgets: attributes go down, messages go up."""
