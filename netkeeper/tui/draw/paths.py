"""Paths as they are shown: one's own folder is ``~``."""

from __future__ import annotations

import os


def shortened(path: str) -> str:
    """A path with ``~`` for one's own folder, as one types it."""
    home = os.path.expanduser("~")
    if path == home or path.startswith(os.path.join(home, "")):
        return "~" + path[len(home) :]
    return path


def shortened_in(text: str) -> str:
    """A sentence with ``~`` for one's own folder, wherever a path in it begins there."""
    home = os.path.join(os.path.expanduser("~"), "")
    return text.replace(home, os.path.join("~", "")) if len(home) > len(os.sep) else text
