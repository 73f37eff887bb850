"""The leaf room: data model, errors, settings and Danish language tools. It imports no other room."""
