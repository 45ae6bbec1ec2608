"""Calendar dates: parsing as people type them, in English and Finnish, and formatting."""
