"""Paths as they are shown: the home folder as ``~``."""

from __future__ import annotations

import os


def shortened(path: str) -> str:
    """A path with ``~`` for the home folder."""
    home = os.path.expanduser("~")
    if path == home or path.startswith(os.path.join(home, "")):
        return "~" + path[len(home) :]
    return path


def shortened_in(text: str) -> str:
    """A sentence with ``~`` for the home folder in all paths in it."""
    home = os.path.join(os.path.expanduser("~"), "")
    return text.replace(home, os.path.join("~", "")) if len(home) > len(os.sep) else text
