"""Text: made safe for a terminal, measured in cells, folded for searching."""
