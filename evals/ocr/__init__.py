"""OCR: learning what an engine without Danish letters does, and measuring the clean-up."""
