"""From a source in light markup to the file forms municipal documents come in."""
