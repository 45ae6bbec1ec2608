"""How netkeeper is called where it runs, for what tells somebody to type a command."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection

NAMES = ("nk", "netkeeper")
"""The names that it is installed under, the shorter first."""

COMMANDS = (
    *("demo", "add", "log", "due", "done", "snooze", "followup", "list", "show", "edit", "step", "archive", "merge"),
    *("duplicates", "sort", "stats", "import", "export", "leave", "undo", "history", "doctor", "backup", "restore"),
    *("remind", "completion", "me"),
)
"""What may stand behind the name in a sentence that tells somebody to type a command."""

_EXECUTABLE_SUFFIX = ".exe" if sys.platform == "win32" else ""


def program_name(*, anywhere: bool = False) -> str:
    """What to type for netkeeper, as a shell reads it.

    ``nk`` where a shell finds that and it is the one that runs, else ``netkeeper`` likewise; else the path that it was
    started by, or the program beside the Python that runs it. A program that merely uses its code says ``netkeeper``.

    Args:
        anywhere: Whether it has to hold in every folder: a relative path only leads there from this one.
    """
    name = os.path.splitext(os.path.basename(sys.argv[0]))[0]
    # python -m starts a package by a file that is called the same in all of them.
    is_module = name == "__main__" and os.path.basename(os.path.dirname(sys.argv[0])) == "netkeeper"
    if name not in NAMES and not is_module:
        return NAMES[-1]
    started = sys.argv[0] if name in NAMES else _beside_python()
    for each in NAMES:
        if started and _is_same_folder(_find_in_path(each), started):
            return each
    if not started:
        return f"{_shell_quoted(sys.executable)} -m netkeeper"
    return _shell_quoted(os.path.abspath(started) if anywhere else started)


def with_program_name(text: str, theirs: Collection[str] = (), *, anywhere: bool = False) -> str:
    """A text of netkeeper's with the commands in it as they are to be typed here: ``.venv/bin/nk undo 3``.

    What stands in quotation marks is a person's own text and stays; so does a file's name (``netkeeper export.vcf``).

    Args:
        text: A sentence; its commands are written ``netkeeper undo 3``.
        theirs: What somebody typed, which stays wherever it is repeated.
        anywhere: Whether it has to hold in every folder.
    """
    usual = NAMES[-1]
    if f"{usual} " not in text or (name := program_name(anywhere=anywhere)) == usual:
        return text
    import re

    kept = [re.escape(each) for each in theirs if f"{usual} " in each]
    kept += ["“[^”]*”", '"[^"]*"', r"(?<!\w)'[^']*'(?!\w)"]
    commands = "|".join(COMMANDS)
    written = rf"(?<![\w/\\.~-]){usual} (?=(?:{commands})(?![\w/-]|\.\w)|--[a-z])"
    return re.sub(rf"{'|'.join(kept)}|({written})", lambda found: f"{name} " if found[1] else found[0], text)


def activation_command() -> str:
    """What to type so that this shell finds it by name; empty where it does, or nothing is known that does it."""
    started = program_name(anywhere=True)
    folder = os.path.dirname(started)
    activate = os.path.join(folder, "activate")
    is_short = started in NAMES or sys.platform == "win32"
    return "" if is_short or not os.path.isfile(activate) else f"source {_shell_quoted(activate)}"


def _beside_python() -> str:
    """The program beside the Python that runs; empty where there is none."""
    folder = os.path.dirname(sys.executable)
    paths = [os.path.join(folder, f"{each}{_EXECUTABLE_SUFFIX}") for each in NAMES]
    return next((path for path in paths if os.access(path, os.X_OK)), "")


def _find_in_path(name: str) -> str:
    """What a shell finds under a name; as shutil.which, which takes long to load."""
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        path = os.path.join(folder, f"{name}{_EXECUTABLE_SUFFIX}")
        if folder and os.path.isfile(path) and os.access(path, os.X_OK):
            return path
    return ""


def _is_same_folder(path: str, other: str) -> bool:
    """Whether two programs are installed together, whatever links lead there."""
    return bool(path) and os.path.dirname(os.path.realpath(path)) == os.path.dirname(os.path.realpath(other))


def _shell_quoted(path: str) -> str:
    """A path as a shell reads it."""
    if all(character.isalnum() or character in "/\\._-:+@~" for character in path):
        return path
    return f'"{path}"' if sys.platform == "win32" else "'" + path.replace("'", "'\\''") + "'"
