"""The base of dialogs that change one or more people alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from netkeeper.actions.people.people import some_of
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.page import Page
from netkeeper.tui.forms.dialog import Dialog
from netkeeper.tui.person.subject import Subject, whom


class PeopleDialog(Dialog[str]):
    """A dialog about people, whose result is the text of a toast.

    Attributes:
        ids: The people's ids, without repetition.
    """

    def __init__(self, title: str, session: Session, subjects: Sequence[Subject]) -> None:
        """Prepare the dialog.

        Args:
            title: What is done with them; the title goes on with whom.
            subjects: At least one.
        """
        super().__init__(f"{title} · {whom(subjects)}")
        self.session = session
        self.ids = list(dict.fromkeys(subject.contact_id for subject in subjects))
        self._names = [subject.name for subject in subjects]

    def names_of_several(self) -> Iterator[Page]:
        """A line with the names, where the title only counts them."""
        if len(self.ids) > 1:
            yield Page([[(some_of(self._names), "quiet")]], id="whom")
