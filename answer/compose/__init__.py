"""One composer a kind of question; each gives a draft, or None when it has nothing to say."""
