"""Speed of newsreader, measured against named baselines. Run with ``make bench``."""
