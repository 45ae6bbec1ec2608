"""File formats for import and export: bytes to domain objects and back; opens no files."""
