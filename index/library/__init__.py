"""The library: documents, passages and vectors in one SQLite file."""
