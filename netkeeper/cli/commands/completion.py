"""netkeeper completion."""

from __future__ import annotations

from netkeeper.cli.context import Session
from netkeeper.cli.errors import WrongUsageError
from netkeeper.cli.spec import Argument, Command
from netkeeper.domain.text.display import quoted


def run(session: Session, *, shell: str) -> None:
    """Print a shell's completion script."""
    from netkeeper.cli.shells import SHELLS, script

    if shell not in SHELLS:
        raise WrongUsageError(f"There is no completion for {quoted(shell)}; there is for {', '.join(SHELLS)}.")
    session.out.raw(script(shell).encode())


COMMAND = Command(
    run,
    "Print the script that makes bash, zsh or fish complete people's names, fields and words. Its first line says how "
    "to put it to use.",
    (Argument("shell", "bash|zsh|fish", "The shell.", completes="shell"),),
    (),
    (
        ("netkeeper completion bash", 'In ~/.bashrc: eval "$(netkeeper completion bash)"'),
        ("netkeeper completion zsh", 'In ~/.zshrc, after compinit: eval "$(netkeeper completion zsh)"'),
        ("netkeeper completion fish", "Into ~/.config/fish/conf.d/netkeeper.fish"),
    ),
)
