"""The register measured against rows, units and conflicts that a person has labelled."""
