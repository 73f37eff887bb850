"""One reader for each format. ``parse`` looks at the content first and at the name second."""
