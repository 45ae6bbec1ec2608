"""Every place in the app, and the keys that lead there: for tests of what holds in all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from netkeeper.actions.network.member import save_search
from netkeeper.actions.people.bulk import toggle_archived
from netkeeper.domain.promises.follow_up import closed
from tests.tui.cast import Cast
from tests.tui.import_files import USUAL, write
from tests.tui.opened import Opened


class Place(NamedTuple):
    """Somewhere in the app.

    Attributes:
        keys: What leads there from the first room; ``see:words`` waits until these are shown.
        shown: What is on the screen there, whatever its size.
        typed: What is typed once there.
        stays: Whether resizing the terminal leaves one there.
    """

    keys: tuple[str, ...]
    shown: str
    typed: str = ""
    stays: bool = True


PLACES = {
    "today": Place((), "Today"),
    "today, a person": Place(("enter",), "esc back"),
    "today, reading": Place(("enter", "g", "j", "enter"), "esc close"),
    "today, a promise to change": Place(("enter", "g", "j", "e"), "Follow-up ·"),
    "today, a meeting to change": Place(("enter", "g", "j", "j", "e"), "Edit · meeting"),
    "today, those who can wait": Place(("m",), "Today"),
    "today, spread": Place(("o",), "Spread over"),
    "today, balanced": Place(("b",), "Your network and your pace"),
    "quick log": Place(("l",), "Log ·", "coffee next:2w feel:4"),
    "snooze": Place(("s",), "Snooze ·"),
    "follow-up": Place(("f",), "Follow-up ·", "send the offer"),
    "keys": Place(("question_mark",), "Keys"),
    "commands": Place(("ctrl+p",), "🔎", "an"),
    "people": Place(("2",), "People"),
    "people, a person": Place(("2", "enter"), "esc back"),
    "people, searched": Place(("2", "slash"), "People", "field:d"),
    "people, found": Place(("2", "slash", "e", "enter"), "People"),
    "people, nobody found": Place(("2", "slash"), "Nobody fits", "zzz"),
    "people, selected": Place(("2", "space", "v", "j"), "selected"),
    "people, a search to save": Place(("2", "slash", "e", "enter", "w"), "Save this search", "mine"),
    "people, saved searches": Place(("2", "r"), "Saved searches"),
    "tag": Place(("2", "ctrl+a", "t"), "Tag ·", "des"),
    "untag": Place(("2", "ctrl+a", "T", "space"), "Untag ·"),
    "cadence": Place(("2", "ctrl+a", "y", "down"), "Cadence ·"),
    "step": Place(("2", "ctrl+a", "p"), "Step ·"),
    "some out of sight": Place(("2", "ctrl+a", "slash", *"pekka", "enter", "z"), "Some are not shown"),
    "here twice": Place(("2", "M", "see:same name"), "Here twice?"),
    "side by side": Place(("2", "M", "see:same name", "enter"), "Merge ·"),
    "follow-ups": Place(("3",), "Promised"),
    "follow-ups, searched": Place(("3", "slash"), "Promised", "n"),
    "follow-ups, closed too": Place(("3", "m"), "Promised"),
    "follow-ups, one to change": Place(("3", "e"), "Follow-up ·"),
    "add somebody": Place(("a",), "Add somebody", "Anna"),
    "edit somebody": Place(("2", "e"), "Edit ·"),
    "jumping": Place(("ctrl+o",), "esc leaves", stays=False),
    "history": Place(("9",), "History"),
    "history, details": Place(("9", "enter"), "number"),
    "going back": Place(("9", "j", "b"), "Take back"),
    "import": Place(("i",), "from which file?"),
    "import, what it brings": Place(("i", "see:contacts.vcf", "enter", "see:brings in", "j"), "brings in"),
    "import, letters": Place(("i", "see:contacts.vcf", "enter", "see:brings in", "e"), "Letters look wrong?"),
    "import, columns": Place(("i", "see:list.csv", "down", "enter"), "what is what?"),
    "import, a column": Place(("i", "see:list.csv", "down", "enter", "see:what is what?", "space"), "Column 1"),
    "import, day or month": Place(("i", "see:days.csv", "down", "down", "enter"), "6/3/2005"),
    "import, passphrase": Place(("i", "see:locked.vcf.age", "down", "down", "down", "enter"), "Locked ·"),
    "export": Place(("2", "ctrl+a", "x"), "Export"),
    "leaving": Place(("L", "see:No way to reach them"), "Who would be lost?"),
    "leaving, everybody": Place(("L", "see:No way to reach them", "m"), "Who would be lost?"),
    "leaving, where to": Place(("L", "see:No way to reach them", "x"), "Take everything along"),
    "leaving, proved": Place(("L", "see:No way to reach them", "x", "see:Folder", "enter"), "nothing is missing"),
    "sorting": Place(("S",), "Sorting · 1"),
    "trend": Place(("8", "see:Contacts a week"), "Contacts a week"),
    "trend, who may be lost": Place(("8", "see:Contacts a week", "G"), "Who lasts"),
    "settings": Place(("comma",), "Settings"),
    "settings, review": Place(("comma", "j", "enter"), "Settings", "10"),
    "settings, days off": Place(("comma", "j", "j"), "Settings"),
    "settings, theme": Place(("comma", "j", "j", "j", "enter"), "Settings"),
    "settings, reminders": Place(("comma", "j", "j", "j", "j", "enter"), "Calendar file", "~/x"),
    "settings, keys": Place(("comma", "G", "enter", "j"), "Settings"),
    "settings, another key": Place(("comma", "G", "enter", "enter"), "Another key"),
}
"""By a name that a test is known by."""

WELCOME = Place((), "Welcome")
"""What a network that has just begun opens with."""

BASES = frozenset(
    {
        "BaseModal",
        "BaseScreen",
        "BulkRoom",
        "Dialog",
        "EditDialog",
        "ExplainingDialog",
        "FormKeys",
        "MemberForm",
        "PairRoom",
        "PeopleDialog",
        "PeopleRoom",
        "Room",
        "SavingDialog",
        "SearchLineRoom",
        "SearchedPeople",
        "SelectingRoom",
        "TopBarRoom",
    }
)
"""Screens that only others are made of."""

PASSING = frozenset({"AfterAllDialog", "ProgressDialog", "ConflictDialog"})
"""Screens that come by themselves or need what these places have not: something that takes a while or was changed
elsewhere, people to be reached with nothing planned. Their own tests have them."""


def furnish(cast: Cast, downloads: Path) -> None:
    """Have somebody and something in every place."""
    people = cast.usual()
    cast.log(people["Pekka"], "the offer went out", date(2026, 11, 20))
    done = cast.promise(people["Pekka"], "send the offer", date(2026, 11, 20))
    with cast.network.transaction("Done with Pekka Salo: send the offer") as draft:
        draft.put_followup(closed(done, date(2026, 11, 20)))
    twin = cast.add("Bo Bergman")
    toggle_archived(cast.network, [twin.id])
    outi = cast.add("Outi Outola")
    with cast.network.transaction("Brought in Outi Outola") as draft:
        draft.put_contact(replace(outi, unsorted=True))
    save_search(cast.network, "Food people", "field:food")
    downloads.mkdir()
    write(downloads, "contacts.vcf", *USUAL)
    write(downloads, "list.csv", "Kuka;Yhteys\nNiina Aalto;niina@aalto.example\n", days_old=1)
    write(downloads, "days.csv", "Name,Birthday\nNiina Aalto,6/3/2005\n", days_old=2)
    write(downloads, "locked.vcf.age", "age-encryption.org/v1\n", days_old=3)


async def go(app: Opened, place: Place, *, there: bool = True) -> None:
    """Go to a place from the first room.

    Args:
        app: Where.
        place: Where to.
        there: Whether there is such a place now; otherwise its keys are pressed and nothing is waited for.
    """
    for key in place.keys:
        if not key.startswith("see:"):
            await app.press(key)
        elif there:
            await app.sees(key.removeprefix("see:"))
    if there:
        await app.type(place.typed)
        await app.sees(place.shown)
