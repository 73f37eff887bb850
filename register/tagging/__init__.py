"""Rows that no rule reads: a small tagger marks task, owner, giver and time in a sentence; what it marks becomes a row
only where it passes the same tests as a language model's proposals (decision 0108)."""
