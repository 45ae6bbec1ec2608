"""Looking for a file: where one is, what is typed of its path, and what that fits."""

from __future__ import annotations

import os
from collections.abc import Sequence

from netkeeper.actions.network.find_files import SEPARATORS, FolderEntry, look_into, meant_by, split
from netkeeper.domain.errors import UnreadableFileError
from netkeeper.domain.text.display import plain
from netkeeper.domain.text.fold import fold
from netkeeper.tui.core.error_text import trouble_text
from netkeeper.tui.draw.paths import shortened

PARENT = ".."


class Browsing:
    """A folder, a line with a path, and what of the folder fits the line.

    The line shows paths as they are safe to show, so what it says of the folder is compared with how
    that is shown, and never read back.

    Attributes:
        folder: The folder that is looked into.
        name: What is typed of a name in it.
        problem: Why it can't be looked into; empty where it can.
    """

    def __init__(self, folder: str) -> None:
        self.folder = self._base = os.path.abspath(folder)
        self.name = ""
        self.problem = ""
        self._entries: Sequence[FolderEntry] = ()

    @property
    def shown(self) -> str:
        """The folder as the line has it: ``~/Downloads/``."""
        return _shown(self.folder)

    def look(self) -> None:
        """Look into the folder, and see what is new."""
        try:
            self._entries, self.problem = look_into(self.folder), ""
        except UnreadableFileError as error:
            self._entries, self.problem = (), trouble_text(error)

    def enter(self, folder: str) -> None:
        """Go into a folder.

        Raises:
            UnreadableFileError: It can't be looked into; one stays where one is.
        """
        folder = os.path.normpath(os.path.join(self.folder, folder))
        entries = look_into(folder)
        self.folder = self._base = folder
        self._entries, self.name, self.problem = entries, "", ""

    def take(self, line: str) -> None:
        """Understand what the line says now; a folder in it may be any, and needn't be there."""
        head, name = split(line)
        folder = self._base
        if head not in ("", _shown(self._base)):
            folder, name = self._meant(line)
        if folder != self.folder:
            self.folder = folder
            self.look()
        self.name = name

    def find(self, text: str) -> bool:
        """Go where a pasted or dragged path leads; whether there is anything."""
        for path in self._paths(text):
            if os.path.lexists(path):
                folder, name = os.path.split(os.path.normpath(path))
                self.folder = self._base = folder
                self.look()
                self.name = plain(name)
                return True
        return False

    def entries(self) -> list[FolderEntry]:
        """What fits the name that is typed, and the way up where none is; hidden ones where a dot is typed."""
        wanted = fold(self.name)
        found = [
            entry
            for entry in self._entries
            if wanted in fold(plain(entry.name)) and (self.name.startswith(".") or not entry.name.startswith("."))
        ]
        parent = os.path.dirname(self.folder)
        return [FolderEntry(PARENT, parent, is_folder=True), *found] if not wanted and parent != self.folder else found

    def likeliest(self) -> str:
        """The path of the entry that is meant most likely; empty where nothing fits."""
        wanted = fold(self.name)
        found = [entry for entry in self.entries() if entry.name != PARENT]
        exact = [entry for entry in found if plain(entry.name) == self.name]
        beginning = [entry for entry in found if fold(plain(entry.name)).startswith(wanted)]
        return (exact or beginning or found or [FolderEntry(PARENT, "", is_folder=True)])[0].path

    def completed(self) -> str:
        """The name that is typed, with as much more as all have that begin like it."""
        wanted = fold(self.name)
        names = [plain(entry.name) for entry in self.entries() if fold(plain(entry.name)).startswith(wanted)]
        common = os.path.commonprefix(names) if self.name else ""  # noqa: RUF071 (letters are meant)
        return common if len(common) > len(self.name) else self.name

    @property
    def path(self) -> str:
        """The path that the line names, whether there is anything or not."""
        return os.path.join(self.folder, self.name)

    def _meant(self, line: str) -> tuple[str, str]:
        """Folder and name that a path means: the first meaning under which there is anything."""
        paths = self._paths(line)
        path = next((path for path in paths if os.path.lexists(path)), paths[0])
        folder, name = split(path)
        return os.path.normpath(folder), plain(name)

    def _paths(self, text: str) -> list[str]:
        """The whole paths that a text can mean."""
        return [os.path.join(self._base, path.replace("\0", "")) for path in meant_by(text)]


def _shown(folder: str) -> str:
    """A folder as it is shown, ``~`` for one's own, with a separator after it."""
    folder = shortened(folder)
    return plain(folder if folder.endswith(SEPARATORS) else folder + os.sep)
