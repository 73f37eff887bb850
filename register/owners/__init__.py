"""Who owns: the places and words by which an owner is known in a sentence."""
