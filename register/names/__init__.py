"""Units and the names they go by, read from documents."""
