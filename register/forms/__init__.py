"""The forms in which documents give somebody a task; each file reads one of them."""
