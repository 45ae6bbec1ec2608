"""The command name to print in messages: ``nk``, ``netkeeper``, or the path the program was started by."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection

NAMES = ("nk", "netkeeper")
"""Names of the installed entry points, shorter first."""

COMMANDS = (
    *("demo", "add", "log", "due", "done", "snooze", "followup", "list", "show", "edit", "step", "archive", "merge"),
    *("duplicates", "sort", "stats", "import", "export", "leave", "undo", "history", "doctor", "backup", "restore"),
    *("remind", "completion", "me"),
)
"""Command names that ``with_program_name`` recognizes behind ``netkeeper`` in a message."""

_EXECUTABLE_SUFFIX = ".exe" if sys.platform == "win32" else ""


def program_name(*, anywhere: bool = False) -> str:
    """The command that starts this netkeeper, quoted for a shell.

    ``nk`` if PATH leads to this installation, else ``netkeeper`` likewise; else the path it was started by, or the
    entry point beside the running Python. Always ``netkeeper`` in a program that only imports the package.

    Args:
        anywhere: Make a relative path absolute, so that the command works in every folder.
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
    """A message whose ``netkeeper COMMAND`` is replaced by the command to type here: ``.venv/bin/nk undo 3``.

    Quoted text is user data and is not changed; neither are file names (``netkeeper export.vcf``).

    Args:
        text: A message; its commands are written ``netkeeper undo 3``.
        theirs: Texts that the user typed; not changed where the message repeats them.
        anywhere: As :func:`program_name`.
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
    """The shell command that activates the virtual environment; empty if PATH finds the program or there is none."""
    started = program_name(anywhere=True)
    folder = os.path.dirname(started)
    activate = os.path.join(folder, "activate")
    is_short = started in NAMES or sys.platform == "win32"
    return "" if is_short or not os.path.isfile(activate) else f"source {_shell_quoted(activate)}"


def _beside_python() -> str:
    """The path of the entry point beside the running Python; empty if there is none."""
    folder = os.path.dirname(sys.executable)
    paths = [os.path.join(folder, f"{each}{_EXECUTABLE_SUFFIX}") for each in NAMES]
    return next((path for path in paths if os.access(path, os.X_OK)), "")


def _find_in_path(name: str) -> str:
    """As ``shutil.which``, which is slow to import; empty if not found."""
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        path = os.path.join(folder, f"{name}{_EXECUTABLE_SUFFIX}")
        if folder and os.path.isfile(path) and os.access(path, os.X_OK):
            return path
    return ""


def _is_same_folder(path: str, other: str) -> bool:
    """Whether two programs are in one folder once links are resolved."""
    return bool(path) and os.path.dirname(os.path.realpath(path)) == os.path.dirname(os.path.realpath(other))


def _shell_quoted(path: str) -> str:
    """A path, quoted for a shell where it needs quotes."""
    if all(character.isalnum() or character in "/\\._-:+@~" for character in path):
        return path
    return f'"{path}"' if sys.platform == "win32" else "'" + path.replace("'", "'\\''") + "'"
