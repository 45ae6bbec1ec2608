"""People for the app's tests, put into a network on days of the test's choosing."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Any

from netkeeper.actions.interactions.log import Promises, log
from netkeeper.actions.people.people import add
from netkeeper.actions.promises.promises import follow_up
from netkeeper.domain.language.contact_words import contact_changes
from netkeeper.domain.language.log_words import log_words
from netkeeper.domain.language.tokens import split_text
from netkeeper.domain.member.member import Member
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.store.network import Network

LONG_AGO = date(2025, 10, 1)


class Cast:
    """A network that is being filled."""

    def __init__(self, folder: str) -> None:
        self._day = LONG_AGO
        self.network = Network(folder, clock=lambda: datetime.combine(self._day, time(9), UTC))

    usual_day = date(2026, 9, 15)
    """A day long enough ago to be anybody's turn again."""

    def member(
        self, *, pace: int = 5, graduates_on: date | None = None, fields: tuple[str, ...] = (), **more: Any
    ) -> None:
        """Say whose network it is."""
        with self.network.transaction("Introduced the member") as draft:
            draft.put_member(Member(pace=pace, graduates_on=graduates_on, fields=fields, **more))

    def add(self, name: str, words: str = "", on: date = LONG_AGO) -> Contact:
        """Add somebody."""
        self._day = on
        return add(self.network, name, contact_changes(split_text(words), on), on).contact

    def log(self, contact: Contact, text: str, on: date, promises: Promises = Promises.KEEP) -> None:
        """Log something with somebody."""
        self._day = on
        log(self.network, [contact.id], log_words(split_text(text), on), on, promises=promises)

    def promise(self, contact: Contact, what: str, due_on: date) -> FollowUp:
        """Promise somebody something."""
        return follow_up(self.network, contact.id, what, due_on)

    def usual(self) -> dict[str, Contact]:
        """A few people as one knows them, for Monday 23 November 2026: by given name.

        One promise, two people whose turn it is within the pace, a stretch, an occasion, and three who
        can wait. They are put into a network once for all tests of a process; a new one gets a copy.
        """
        if os.path.exists(self.network.folder):
            return self._put_usual()
        folder, people = _usual_folder()
        shutil.copytree(folder, self.network.folder)
        self.network.refresh()
        return dict(people)

    def _put_usual(self) -> dict[str, Contact]:
        self.member(pace=3, graduates_on=date(2027, 6, 2), fields=("design",))
        anna = self.add(
            "Anna Virtanen",
            'org:Valimo title:"Brand lead" field:food,design step:customer met:"Slush 2025" hope:employer '
            'email:work=anna@valimo.example phone:"mobile=+358 40 555 0101" birthday:14.5.1988',
        )
        self.log(anna, "asked about prices kind:call feel:3", date(2026, 9, 1))
        self.log(anna, "coffee, wants a workshop feel:4 signal:recommended", date(2026, 11, 2))
        self.promise(anna, "send workshop offer", date(2026, 11, 20))
        people = {"Anna": anna}
        people["Pekka"] = self.add("Pekka Salo", "org:Salmi every:6w via:anna")
        self.log(people["Pekka"], "lunch", date(2026, 9, 7))
        people["Heidi"] = self.add("Heidi Moilanen", "step:regular every:90d")
        self.log(people["Heidi"], "called about the fair kind:call", date(2026, 7, 20))
        people["Maija"] = self.add("Maija Lehto", "field:design every:2000d")
        people["Bo"] = self.add("Bo Bergman", "birthday:25.11.")
        self.log(people["Bo"], "tea", date(2026, 11, 16))
        for name, day in (("Cai Chen", 5), ("Dina Dahl", 8), ("Elli Eskola", 11)):
            people[name.split()[0]] = self.add(name)
            self.log(people[name.split()[0]], "met at the fair", date(2026, 10, day))
        return people


@lru_cache(maxsize=1)
def _usual_folder() -> tuple[str, dict[str, Contact]]:
    """A folder with the usual people in it, and who they are."""
    around = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, around, ignore_errors=True)
    folder = os.path.join(around, "network")
    return folder, Cast(folder)._put_usual()
