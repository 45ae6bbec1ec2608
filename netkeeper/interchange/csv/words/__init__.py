"""The headers that programs and people write, by language: what each means, and the words for home and work."""
