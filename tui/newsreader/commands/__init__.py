"""What `newsreader` does: open the app, or print what articles yield."""
