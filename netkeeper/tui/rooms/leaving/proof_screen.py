"""The proof of a leaving pack: every file, the records found when it was read back, and what it is for."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content

from netkeeper.actions.leaving.pack import GUIDE, Pack
from netkeeper.domain.text.display import plain
from netkeeper.override import override
from netkeeper.phrases.counted import counted
from netkeeper.phrases.leaving import as_one_words, lacking_words, left_words
from netkeeper.tui.core.base_screen import BaseScreen
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.key_bar import KeyBar
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.page import Page
from netkeeper.tui.draw.paths import shortened
from netkeeper.tui.draw.toast import toast
from netkeeper.tui.rooms.leaving.proof_list import ProofList


class PackProof(BaseScreen[None]):
    """Shows the files of a pack with their proof."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "copy", "copy the folder's name", id="pack.copy", tooltip="Copy where the files are"),
        Binding("question_mark", "help", "help", show=False, id="room.help", tooltip="The keys of this screen"),
        Binding("escape,enter,q", "leave", "back", id="pack.leave", tooltip="Back; the files stay where they are"),
    ]

    def __init__(self, session: Session, pack: Pack) -> None:
        """Show what was written.

        Args:
            pack: The pack, with its proof.
        """
        super().__init__()
        self._session = session
        self._pack = pack

    @override
    def compose(self) -> ComposeResult:
        """The files, more about the one under the cursor, where they are, and the keys."""
        with Container(id="pack"):
            yield Page([self._verdict()], id="verdict")
            yield ProofList(self._pack.files, id="files")
            yield Page(id="about")
            yield Page(self._where(), id="where")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Begin with the first file."""
        self.query_one("#pack").border_title = Content(
            f"Taken along · {counted(self._pack.people, 'person', 'people')}"
        )
        self.set_focus(self.query_one(ProofList))

    def _verdict(self) -> Line:
        if not self._pack.is_whole:
            return [(f"! {lacking_words(self._pack.lacking, self._pack.whole_name)}", "accent")]
        if self._pack.is_locked:
            return [("✓ Every file was compared, then locked: nothing is missing.", "strong")]
        return [("✓ Every file was read back: nothing is missing.", "strong")]

    def _where(self) -> list[Line]:
        return [
            [(f"They are in {shortened(self._pack.folder)}, and only you can read them.", "")],
            [(f"{GUIDE} there says which file goes where.", "quiet")],
            *([[(plain(left_words(self._pack.left)), "accent")]] if self._pack.left else []),
        ]

    @on(ProofList.FileChosen)
    def _show_about(self) -> None:
        """Show what the file under the cursor is for, and all its counts."""
        file = self.query_one(ProofList).file
        if file is None:
            return
        counts = ", ".join(f"{each.what} {each.found:,} of {each.wanted:,}" for each in file.counts)
        lines: list[Line] = [[(file.goes, "")], [(f"Found again: {counts}.", "quiet")]]
        if file.as_one:
            lines.append([(as_one_words((file.name,), file.as_one), "accent")])
        self.query_one("#about", Page).show(lines)

    def action_copy(self) -> None:
        """Copy the folder's path."""
        folder = plain(self._pack.folder)
        self.app.copy_to_clipboard(folder)
        self.app.clear_notifications()
        toast(self.app, f"Copied {folder}")

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from netkeeper.tui.keys.help_screen import KeysHelp

        self.app.push_screen(KeysHelp(self, self._session.keymap))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
