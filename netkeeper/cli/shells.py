"""Completion in bash, zsh and fish: click's, changed for names with blanks and words with colons."""

from __future__ import annotations

import os
import re
import sys

from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    split_arg_string,
)

from netkeeper.cli.click_parser import PROGRAM, main_group
from netkeeper.cli.registry import HELP, load
from netkeeper.config.program_name import program_name
from netkeeper.override import override

COMPLETE_VARIABLE = "_NETKEEPER_COMPLETE"
PROGRAMS = (PROGRAM, "nk")

_BASH = """\
%(complete_func)s() {
    local kind value
    COMPREPLY=()
    while IFS=, read -r kind value; do
        case "$kind" in
            dir) compopt -o dirnames 2>/dev/null ;;
            file) compopt -o default 2>/dev/null ;;
            plain) COMPREPLY+=("$value") ;;
        esac
    done < <(env %(complete_var)s=bash_complete NETKEEPER_LINE="${COMP_LINE:0:$COMP_POINT}" \\
        NETKEEPER_BREAKS="$COMP_WORDBREAKS" "$1" 2>/dev/null)
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *: ]]; then
        compopt -o nospace 2>/dev/null
    fi
}
complete -o nosort -F %(complete_func)s %(prog_name)s 2>/dev/null ||
    complete -F %(complete_func)s %(prog_name)s
"""


class _ShortOptions:
    """Short options, which click knows by their long form only."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem[str]]:
        """The candidates, with short options replaced in the arguments before."""
        shorts = {option.short: option.flag for option in load(args[0]).options} if args and args[0] in HELP else {}
        args = [shorts.get(arg, arg) for arg in args]
        return super().get_completions(args, incomplete)  # type: ignore[misc, no-any-return]


class Bash(_ShortOptions, BashComplete):
    """Bash, which splits words at colons, and needs blanks to be escaped."""

    source_template = _BASH

    @override
    def source(self) -> str:
        """The script; click's method would start a bash to check its version."""
        return self.source_template % self.source_vars()

    @override
    def get_completion_args(self) -> tuple[list[str], str]:
        """The arguments before the cursor's, and the cursor's, unquoted."""
        line = os.environ["NETKEEPER_LINE"]
        start, self._quote, inner = _last_word(line)
        breaks = os.environ.get("NETKEEPER_BREAKS", "")
        kept = line[start:inner]
        if not self._quote:
            cuts = [place + 1 for place, each in enumerate(line[start:]) if each in ":=" and each in breaks]
            kept = line[start : start + cuts[-1]] if cuts else ""
        self._kept = _unquoted(kept)
        return split_arg_string(line[:start])[1:], _unquoted(line[start:])

    @override
    def format_completion(self, item: CompletionItem[str]) -> str:
        """The part of a candidate that replaces the piece that bash split off."""
        if item.type != "plain":
            return f"{item.type},"
        if not item.value.startswith(self._kept):
            return "none,"
        value = item.value[len(self._kept) :]
        if self._quote == "'":
            value = value.replace("'", "'\\''")
        elif self._quote:
            value = re.sub(r'([\\"$`])', r"\\\1", value)
        else:
            value = re.sub(r"([^\w@%+=:,./-])", r"\\\1", value)
        return f"plain,{value}"


class Zsh(_ShortOptions, ZshComplete):
    """Zsh, which quotes candidates itself."""


class Fish(_ShortOptions, FishComplete):
    """Fish, whose script would split candidates at every comma."""

    source_template = FishComplete.source_template.replace('string split ","', 'string split --max 1 ","')


SHELLS: dict[str, type[ShellComplete]] = {"bash": Bash, "zsh": Zsh, "fish": Fish}

INSTALLING = {
    "bash": '# In ~/.bashrc: eval "$({} completion bash)"',
    "zsh": '# In ~/.zshrc, after compinit: eval "$({} completion zsh)"',
    "fish": "# Once: {} completion fish > ~/.config/fish/conf.d/netkeeper.fish",
}
"""How to install each shell's script, as a comment in it; ``{}`` is the program's name."""


def script(shell: str) -> str:
    """The completion script for both of the program's names."""
    sources = [SHELLS[shell](main_group(), {}, program, COMPLETE_VARIABLE).source() for program in PROGRAMS]
    return "\n".join((INSTALLING[shell].format(program_name(anywhere=True)), *sources))


def answer(instruction: str) -> int:
    """Print the candidates for a completion script, and return the exit status.

    Args:
        instruction: The kind of request: ``bash_complete`` and its like.
    """
    kind = SHELLS.get(instruction.partition("_")[0])
    if kind is None or not instruction.endswith("_complete"):
        return 1
    try:
        found = kind(main_group(), {}, PROGRAM, COMPLETE_VARIABLE).complete()
    except Exception:  # noqa: BLE001 - no error of any kind at a shell prompt
        return 1
    sys.stdout.buffer.write(f"{found}\n".encode("utf-8", "replace"))
    return 0


def _last_word(line: str) -> tuple[int, str, int]:
    """The index of the cursor's word, its open quotation mark (may be empty), and the index after that."""
    start, quote, inner = len(line), "", len(line)
    is_in_word = is_escaped = False
    for place, each in enumerate(line):
        if not is_in_word and not each.isspace():
            start, is_in_word = place, True
        if is_escaped:
            is_escaped = False
        elif each == "\\" and quote != "'":
            is_escaped = True
        elif quote:
            quote = "" if each == quote else quote
        elif each in "\"'":
            quote, inner = each, place + 1
        elif each.isspace():
            is_in_word = False
    if not is_in_word:
        start = len(line)
    return start, quote, inner if quote else start


def _unquoted(word: str) -> str:
    """A word without the shell's quoting; an open quotation mark counts as closed."""
    return (split_arg_string(word) or [""])[0]
