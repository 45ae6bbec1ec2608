"""Text: sanitized for a terminal, measured in cells, folded for searching."""
