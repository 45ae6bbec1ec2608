"""netkeeper demo."""

from __future__ import annotations

from netkeeper.cli.app import need_terminal
from netkeeper.cli.context import Session
from netkeeper.cli.spec import Command
from netkeeper.config import places
from netkeeper.config.program_name import activation_command, program_name
from netkeeper.store.network import Network


def run(session: Session) -> None:
    """Open the app on a made-up network."""
    from tempfile import TemporaryDirectory

    from netkeeper.demo.make import make_demo

    need_terminal()
    today = session.today
    # The app may leave files behind that it has open; the demo is over all the same.
    with TemporaryDirectory(prefix="netkeeper-demo-", ignore_cleanup_errors=True) as folder:
        make_demo(Network(folder, clock=places.clock()), today)
        session.open_app(folder, today)
    name, way = program_name(), activation_command()
    session.out.line("That was the demo; nothing of it stays. Your own network begins with:")
    session.out.line("    ", name, " import contacts.vcf    brings in the contacts of your phone or mail")
    session.out.line("    ", name, "    opens it")
    if way:
        session.out.line("As nk, in this shell: ", way)


COMMAND = Command(
    run,
    "Open the app on a made-up network: some forty people and two years with them. It lives in a temporary folder; "
    "your own network is not touched, and nothing of it stays.",
    (),
    (),
    (("netkeeper demo", "Look around."),),
)
