"""netkeeper archive."""

from __future__ import annotations

from netkeeper.actions.people.bulk import archive
from netkeeper.actions.people.people import open_promises_of_archived
from netkeeper.cli import common_lines
from netkeeper.cli.context import Session
from netkeeper.cli.output import Part
from netkeeper.cli.person_args import everyone
from netkeeper.cli.spec import WHO_ALL_WHOLE, Command, Option
from netkeeper.phrases.archived import still_promised


def run(session: Session, *, who: tuple[str, ...], is_back: bool) -> None:
    """Put contacts into the archive, or take them out."""
    network = session.network
    people = everyone(session, who)
    moved = archive(network, [contact.id for contact in people], archived=not is_back).changed
    line: list[Part] = ["Out of the archive: " if is_back else "Archived "]
    for place, contact in enumerate(moved):
        line += [", " if place else "", contact.name]
    promised = still_promised(open_promises_of_archived(network, moved), names_people=len(moved) > 1)
    session.out.line(*line, ". ", *common_lines.sentences([promised]), common_lines.undo_hint())


COMMAND = Command(
    run,
    "Archive a contact: kept with everything, but out of lists and reviews. netkeeper list is:archived shows them.",
    (WHO_ALL_WHOLE,),
    (Option("--back", "is_back", "Take the contact out of the archive again."),),
    (
        ("netkeeper archive pekka", "Pekka is out of the way."),
        ("netkeeper archive pekka --back", "And back again."),
    ),
)
