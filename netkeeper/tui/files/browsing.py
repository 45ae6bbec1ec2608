"""The state of a file chooser: its folder, the typed path, and the matching entries."""

from __future__ import annotations

import os
from collections.abc import Sequence

from netkeeper.actions.network.find_files import SEPARATORS, FolderEntry, look_into, possible_paths, split
from netkeeper.domain.errors import UnreadableFileError
from netkeeper.domain.text.display import plain
from netkeeper.domain.text.fold import fold
from netkeeper.tui.draw.error_text import trouble_text
from netkeeper.tui.draw.paths import shortened

PARENT = ".."


class Browsing:
    """A folder, the name typed in it, and the entries that match.

    The input shows sanitized paths. So its folder part is compared with the sanitized folder, and not parsed
    as long as it is the same.

    Attributes:
        folder: The absolute path of the listed folder.
        name: The typed part of an entry's name.
        problem: Why the folder can't be listed; empty where it can.
    """

    def __init__(self, folder: str) -> None:
        self.folder = self._base = os.path.abspath(folder)
        self.name = ""
        self.problem = ""
        self._entries: Sequence[FolderEntry] = ()

    @property
    def shown(self) -> str:
        """The folder as the input shows it: ``~/Downloads/``."""
        return _shown(self.folder)

    def look(self) -> None:
        """List the folder anew."""
        try:
            self._entries, self.problem = look_into(self.folder), ""
        except UnreadableFileError as error:
            self._entries, self.problem = (), trouble_text(error)

    def enter(self, folder: str) -> None:
        """Change to a folder, relative to the present one or absolute.

        Raises:
            UnreadableFileError: It can't be listed; nothing was changed.
        """
        folder = os.path.normpath(os.path.join(self.folder, folder))
        entries = look_into(folder)
        self.folder = self._base = folder
        self._entries, self.name, self.problem = entries, "", ""

    def take(self, line: str) -> None:
        """Set folder and name from the input's text, whose folder needn't exist."""
        head, name = split(line)
        folder = self._base
        if head not in ("", _shown(self._base)):
            folder, name = self._meant(line)
        if folder != self.folder:
            self.folder = folder
            self.look()
        self.name = name

    def find(self, text: str) -> bool:
        """Change to a pasted or dragged path; returns whether it exists."""
        for path in self._paths(text):
            if os.path.lexists(path):
                folder, name = os.path.split(os.path.normpath(path))
                self.folder = self._base = folder
                self.look()
                self.name = plain(name)
                return True
        return False

    def entries(self) -> list[FolderEntry]:
        """The entries that contain the typed name; hidden ones only after a dot; the parent while none is typed."""
        wanted = fold(self.name)
        found = [
            entry
            for entry in self._entries
            if wanted in fold(plain(entry.name)) and (self.name.startswith(".") or not entry.name.startswith("."))
        ]
        parent = os.path.dirname(self.folder)
        return [FolderEntry(PARENT, parent, is_folder=True), *found] if not wanted and parent != self.folder else found

    def likeliest(self) -> str:
        """The path of the best match: of that name, else beginning with it, else containing it; empty for none."""
        wanted = fold(self.name)
        found = [entry for entry in self.entries() if entry.name != PARENT]
        exact = [entry for entry in found if plain(entry.name) == self.name]
        beginning = [entry for entry in found if fold(plain(entry.name)).startswith(wanted)]
        return (exact or beginning or found or [FolderEntry(PARENT, "", is_folder=True)])[0].path

    def completed(self) -> str:
        """The typed name, extended to the longest common prefix of the entries that begin with it."""
        wanted = fold(self.name)
        names = [plain(entry.name) for entry in self.entries() if fold(plain(entry.name)).startswith(wanted)]
        common = os.path.commonprefix(names) if self.name else ""  # noqa: RUF071 (letters are meant)
        return common if len(common) > len(self.name) else self.name

    @property
    def path(self) -> str:
        """The path that the input names, whether it exists or not."""
        return os.path.join(self.folder, self.name)

    def _meant(self, line: str) -> tuple[str, str]:
        """Folder and name of a typed path, by its first reading that exists, else by its first."""
        paths = self._paths(line)
        path = next((path for path in paths if os.path.lexists(path)), paths[0])
        folder, name = split(path)
        return os.path.normpath(folder), plain(name)

    def _paths(self, text: str) -> list[str]:
        """The absolute paths that a text can mean."""
        return [os.path.join(self._base, path.replace("\0", "")) for path in possible_paths(text)]


def _shown(folder: str) -> str:
    """A folder as the input shows it: sanitized, ``~`` for home, with a separator at the end."""
    folder = shortened(folder)
    return plain(folder if folder.endswith(SEPARATORS) else folder + os.sep)
