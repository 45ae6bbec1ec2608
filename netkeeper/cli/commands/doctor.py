"""netkeeper doctor."""

from __future__ import annotations

from netkeeper.actions.network.backups import examined
from netkeeper.actions.network.interrupted import cleared_everywhere
from netkeeper.cli.common_lines import command_hint
from netkeeper.cli.context import Session
from netkeeper.cli.output import Part, Styled
from netkeeper.cli.spec import JSON, Command
from netkeeper.domain.errors import StoreError
from netkeeper.phrases.counted import plural

_MARKS: dict[str, Part] = {"good": Styled("ok", "dim"), "note": Styled("note", "cyan"), "bad": Styled("bad", "yellow")}


def run(session: Session, *, as_json: bool) -> None:
    """Look the network's files over."""
    findings = [*examined(session.folder), *cleared_everywhere(session.folder)]
    if as_json:
        session.out.json([{"level": finding.level, "text": finding.text} for finding in findings])
    else:
        for finding in findings:
            mark = _MARKS[finding.level]
            # What is well names no command, but the last change, in which a person's own words stand.
            text = finding.text if finding.level == "good" else command_hint(finding.text)
            session.out.line(mark, "  " if finding.level == "note" else " " * (6 - len(finding.level)), text)
    count = sum(finding.level == "bad" for finding in findings)
    if count:
        raise StoreError(
            plural(
                count,
                "{count} of these wants something done; nothing was changed.",
                "{count} of these want something done; nothing was changed.",
            )
        )


COMMAND = Command(
    run,
    "Look the network's files over: what is well, what is not, and the way out. It changes nothing of the network; what "
    "an export or a leaving pack that was cut short left elsewhere is cleared away. "
    "Exit status 1 says that something wants doing.",
    (),
    (JSON,),
    (("netkeeper doctor", "How the files are."),),
)
