"""netkeeper: a personal contact network in the terminal, kept past graduation."""

from __future__ import annotations

TYPE_CHECKING = False  # typing itself is not loaded for it while the collector of garbage is on (see __main__).
if TYPE_CHECKING:
    from netkeeper.actions.network.scripting import database

__version__ = "0.1.0"
__all__ = ["__version__", "database"]


def __getattr__(name: str) -> object:
    """Load ``database`` when a script asks for it (PEP 562): commands need no TinyDB."""
    if name != "database":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return import_module("netkeeper.actions.network.scripting").database
