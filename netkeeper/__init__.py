"""netkeeper: a personal contact network in the terminal, kept past graduation."""

__version__ = "0.1.0"
