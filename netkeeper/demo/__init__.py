"""The made-up network of ``netkeeper demo``."""
