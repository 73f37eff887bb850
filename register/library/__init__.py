"""The register over all documents: entries, states, conflicts, corrections, export."""
