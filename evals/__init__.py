"""The evaluation: numbers that stop a bad change."""
