"""netkeeper leave."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from getpass import getpass

from netkeeper.actions.leaving.pack import Pack, free_folder, team_contacts, write_pack
from netkeeper.actions.leaving.who_is_lost import who_would_be_lost
from netkeeper.cli.asking_domains import ask_domains
from netkeeper.cli.common_lines import command_hint
from netkeeper.cli.context import Session
from netkeeper.cli.errors import WrongUsageError
from netkeeper.cli.output import Part, Styled
from netkeeper.cli.risk_hints import RISK_COMMANDS, unknown_yet
from netkeeper.cli.spec import JSON, Argument, Command, Option
from netkeeper.config.places import UNLOCKING_VARIABLE
from netkeeper.domain.errors import AlreadyThereError, NetkeeperError, StoreError
from netkeeper.domain.people.reach import is_on_linkedin_alone
from netkeeper.domain.retention.academy_domains import counted, ending_only
from netkeeper.domain.retention.risks import AtRisk, Risk, common_risks
from netkeeper.phrases.counted import plural
from netkeeper.phrases.leaving import as_one_words, lacking_words, left_words, linkedin_words, shared_words
from netkeeper.phrases.risks import RISKS, risk_words
from netkeeper.store.network import Network

_NAMED = 5
"""How many of each kind are named."""


def run(
    session: Session,
    *,
    folder: str | None,
    for_team: bool,
    is_locked: bool,
    only_look: bool,
    may_replace: bool,
    as_json: bool,
) -> None:
    """Take the lists along."""
    folder = folder or ""
    if not folder.strip() and not only_look:
        raise WrongUsageError("leave needs the name of a folder: netkeeper leave my-network")
    network = session.network
    passphrase = None
    if not only_look:
        try:
            free_folder(folder, force=may_replace)
        except AlreadyThereError:
            raise StoreError(f"{folder} has files in it already; name another folder, or add --force.") from None
        passphrase = _passphrase() if is_locked else None
    if for_team and only_look:
        _print_team(session, as_json=as_json)
        return
    if not for_team and not as_json:
        ask_domains(session)
    lost = {} if for_team else who_would_be_lost(network, session.today)
    if not as_json and not for_team:
        _tell(session, lost)
    if only_look:
        if as_json:
            session.out.json(
                {"at_risk": _risks_json(lost), "folder": None, "files": [], "shared": _shared_json(network)}
            )
        return
    pack = write_pack(network, folder, for_team=for_team, passphrase=passphrase, force=may_replace)
    if as_json:
        session.out.json({"at_risk": _risks_json(lost), **_pack_json(pack), "shared": _shared_json(network)})
    else:
        _show(session, pack)
    if not pack.is_whole:
        raise NetkeeperError(lacking_words(pack.lacking, pack.whole_name))


def _print_team(session: Session, *, as_json: bool) -> None:
    """Who would go to the next team."""
    people = team_contacts(session.network)
    if as_json:
        session.out.json({"at_risk": {}, "folder": None, "files": [], "people": [each.name for each in people]})
        return
    for each in people:
        session.out.line(each.name)
    would_go = plural(len(people), "1 person would go to the next team.", "{count} people would go to the next team.")
    session.err.line(would_go)


def _tell(session: Session, lost: Mapping[Risk, Sequence[AtRisk]]) -> None:
    """Who would be lost, before anything is written; what nearly everybody has comes last, and names nobody."""
    common = common_risks(lost, len(session.network.active_names()))
    for risk, people in sorted(lost.items(), key=lambda each: each[0] in common):
        session.err.line(
            Styled(f"{len(people)} {RISKS[risk].several}", "bold"), command_hint(f"  {RISK_COMMANDS[risk]}", "dim")
        )
        if risk in common:
            continue
        for each in people[:_NAMED]:
            session.err.line("  ", each.contact.name, Styled(f"  {risk_words(each)}", "dim"))
        if len(people) > _NAMED:
            session.err.line(Styled(f"  and {len(people) - _NAMED} more", "dim"))
    member, contacts = session.network.member, session.network.contacts()
    for unknown in unknown_yet(member, contacts) if lost else ():
        session.err.line(command_hint(unknown, "dim"))
    if on_linkedin := sum(is_on_linkedin_alone(each) for each in contacts if not each.archived):
        session.err.line(Styled(linkedin_words(on_linkedin), "dim"))
    if member.shared_domains:
        domains = member.shared_domains
        session.err.line(Styled(shared_words(counted(contacts, domains), ending_only(contacts, domains)), "dim"))


def _show(session: Session, pack: Pack) -> None:
    rows: list[list[Part]] = [
        [
            Styled("✓" if file.is_whole else "!", "bold"),
            Styled(file.name, "bold"),
            ", ".join(f"{count.what} {count.found} of {count.wanted}" for count in file.counts),
        ]
        for file in pack.files
    ]
    session.out.table(rows)
    count = pack.people
    if pack.is_locked:
        compared = plural(
            count,
            "1 person, every file compared, locked and read back. They are in ",
            "{count} people, every file compared, locked and read back. They are in ",
        )
    else:
        compared = plural(
            count,
            "1 person, every file read back and compared. They are in ",
            "{count} people, every file read back and compared. They are in ",
        )
    session.out.line(compared, pack.folder, "; begin with READ ME FIRST.txt.")
    files, people = pack.as_one
    if people:
        session.err.line(as_one_words(files, people))
        session.err.line(command_hint(f"  {RISK_COMMANDS[Risk.LOOKALIKE]}", "dim"))
    if pack.left:
        session.err.line(left_words(pack.left))


def _passphrase() -> str:
    """The passphrase: from the environment, else asked for twice on the terminal."""
    if passphrase := os.environ.get(UNLOCKING_VARIABLE):
        return passphrase
    if not sys.stdin.isatty():
        raise WrongUsageError(f"--lock asks for a passphrase on a terminal; elsewhere set {UNLOCKING_VARIABLE}.")
    first = getpass("Passphrase: ")
    if not first:
        raise NetkeeperError("An empty passphrase locks nothing; nothing was written.")
    if getpass("Once more: ") != first:
        raise NetkeeperError("The two are not the same; nothing was written.")
    return first


def _risks_json(lost: Mapping[Risk, Sequence[AtRisk]]) -> dict[str, list[dict[str, str]]]:
    return {
        str(risk): [{"id": each.contact.id, "name": each.contact.name, "why": risk_words(each)} for each in people]
        for risk, people in lost.items()
    }


def _shared_json(network: Network) -> list[dict[str, object]]:
    return [
        {"domain": each.domain, "people": each.people, "only": each.only}
        for each in counted(network.contacts(), network.member.shared_domains)
    ]


def _pack_json(pack: Pack) -> dict[str, object]:
    files = [
        {
            "name": file.name,
            "sha256": file.digest,
            "whole": file.is_whole,
            "counts": {count.what: [count.found, count.wanted] for count in file.counts},
            "as_one": list(file.as_one),
        }
        for file in pack.files
    ]
    return {"folder": pack.folder, "files": files, "left": list(pack.left)}


COMMAND = Command(
    run,
    "Take everything along when leaving the academy. First it names who would be lost, and what mends it; then it "
    "writes the lists for phones, Google, Outlook, Apple, a spreadsheet, a calendar, another netkeeper, and a book to "
    "read, with a page that says which goes where; then it reads every file back and compares it with the network.",
    (Argument("folder", "[DIR]", "A new folder, or an empty one; not needed to --look.", required=False, completes="folder"),),
    (
        Option("--for-team", "for_team", "Write what the next team may have instead: those marked whose:team, with what is open with them, without notes, feelings and hopes."),
        Option("--lock", "is_locked", f"Lock the files with a passphrase, asked for (or in {UNLOCKING_VARIABLE})."),
        Option("--look", "only_look", "Only name who would be lost (or who would go to the team); write nothing."),
        Option("--force", "may_replace", "Write into a folder that has files already, and replace those of the same name."),
        JSON,
    ),
    (
        ("netkeeper leave --look", "Who would be lost."),
        ("netkeeper leave my-network", "Everything, proved."),
    ),
)  # fmt: skip
