"""The built-in model: read from installed packages and made into a sentence-transformers folder, once."""
