"""Calendar dates: read as people type them, in English and Finnish, and shown."""
