"""What a question asks: kind, subject, time, document, language."""
