"""Structure of cleaned text: lines → blocks → kinds → heading path and lead-ins."""

from ingest.structure.build import Structure, build_structure

__all__ = ["Structure", "build_structure"]
