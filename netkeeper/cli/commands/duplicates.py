"""netkeeper duplicates."""

from __future__ import annotations

from netkeeper.actions.people.merging import keep_apart, probable_duplicates
from netkeeper.cli import common_lines
from netkeeper.cli.context import Session
from netkeeper.cli.errors import WrongUsageError
from netkeeper.cli.output import Part, Styled
from netkeeper.cli.person_args import everyone
from netkeeper.cli.spec import JSON, Command, Option
from netkeeper.domain.language.naming import short_ids
from netkeeper.domain.people.identity.likeness import SURE
from netkeeper.phrases.duplicates import sign_words

_A_PAIR = 2


def run(session: Session, *, not_same: str | None, as_json: bool) -> None:
    """List probable duplicates, or note that two contacts are two people."""
    network = session.network
    if not_same is not None:
        people = everyone(session, [not_same])
        if len(people) != _A_PAIR:
            raise WrongUsageError("--not-same needs two people with a comma between: --not-same anna,hanna")
        is_new = keep_apart(network, people[0].id, people[1].id)
        noted = ["; noted. ", common_lines.undo_hint()] if is_new else ["; that was noted before."]
        session.out.line(people[0].name, " and ", people[1].name, " are two people", *noted)
        return
    names = dict(network.names())
    pairs = probable_duplicates(network)
    if as_json:
        session.out.json(
            [
                {
                    "one": {"id": pair.one, "name": names[pair.one]},
                    "other": {"id": pair.other, "name": names[pair.other]},
                    "sure": round(pair.sure, 2),
                    "is_sure": pair.sure >= SURE,
                    "why": sign_words(pair.signs),
                }
                for pair in pairs
            ]
        )
        return
    if not pairs:
        session.err.line("Nobody seems to be here twice.")
        return
    short = short_ids(names)
    rows: list[list[Part]] = [
        [
            Styled(names[pair.one], "bold"),
            Styled(short[pair.one], "dim"),
            Styled(names[pair.other], "bold"),
            Styled(short[pair.other], "dim"),
            Styled("sure", "cyan") if pair.sure >= SURE else "",
            sign_words(pair.signs),
        ]
        for pair in pairs
    ]
    session.out.table(rows)
    way = "netkeeper merge WHO OTHER makes one of them; --not-same WHO,OTHER keeps them two"
    session.err.line(common_lines.command_hint(way, "dim"))


COMMAND = Command(
    run,
    "List pairs of contacts who may be one person, the surest first, each with the reason: the same email address, "
    "phone number or LinkedIn address, or a name that is the same or nearly. Those that are surely one are marked: sure.",
    (),
    (
        Option("--not-same", "not_same", "Remember that two are two people, and list them no more.", "WHO,OTHER"),
        JSON,
    ),
    (("netkeeper duplicates", "Who may be here twice."),),
)
