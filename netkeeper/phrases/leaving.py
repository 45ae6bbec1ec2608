"""Sentences about leaving."""

from __future__ import annotations

from collections.abc import Sequence

from netkeeper.domain.retention.academy_domains import Counted
from netkeeper.domain.text.display import plain
from netkeeper.phrases.counted import plural
from netkeeper.phrases.enumerated import enumerated

_NAMED = 5
"""The most people that a sentence names, unless one more is all there are."""


def staying_words(folder: str, names: Sequence[str]) -> str:
    """That a pack for the team is not written beside files that may be of everybody.

    Args:
        names: The files that would stay; at least one.
    """
    return plural(
        len(names),
        "{folder} has {names} already, which the team would get too, whoever is in it; move it away, or name an empty "
        "folder. Nothing was written.",
        "{folder} has {names} already, which the team would get too, whoever is in them; move them away, or name an "
        "empty folder. Nothing was written.",
        folder=folder,
        names=enumerated(names),
    )


def left_words(names: Sequence[str]) -> str:
    """What stays in a folder beside a pack.

    Args:
        names: The files that are none of an earlier pack, or were changed since.
    """
    return f"Also there, and of no earlier pack as it was written, so it stays: {', '.join(names)}. Is it still wanted?"


def lacking_words(names: Sequence[str], whole: str) -> str:
    """That files of a pack lack something.

    Args:
        names: The files that lack something; at least one.
        whole: The name of netkeeper's own file, which has everything; empty where that lacks something too.
    """
    named = enumerated(names)
    if whole:
        return f"Something is missing in {named}; {whole} has everything."
    return f"Something is missing in {named}, also for netkeeper itself; keep your network, which has everything."


def as_one_words(files: Sequence[str], people: Sequence[str]) -> str:
    """That files hold everybody, and that netkeeper would read some of them back as one person each.

    Args:
        files: The files; at least one.
        people: The names of those who are in them several times.
    """
    names: list[str | int] = [plain(each) for each in people]
    shown = names if len(names) <= _NAMED + 1 else [*names[:_NAMED], len(names) - _NAMED]
    return plural(
        len(names),
        "Nobody is missing in {files}; {people} is in the network more than once, and netkeeper reads that back as one "
        "person. Merge first what is one; netkeeper's own files keep the others apart.",
        "Nobody is missing in {files}; {people} are in the network more than once each, and netkeeper reads that back as "
        "one person each. Merge first what is one; netkeeper's own files keep the others apart.",
        files=enumerated(files),
        people=enumerated(shown),
    )


def as_one_guide_words(people: Sequence[str]) -> str:
    """The same of one file, for the page of the pack."""
    names = enumerated([plain(each) for each in people])
    return f"Every entry is in it, also where there are several of one name; netkeeper would read as one person each: {names}."


def domain_words(counted: Counted) -> str:
    """A domain with how many people have an address there."""
    return plural(counted.people, "{domain} ({count} person)", "{domain} ({count} people)", domain=counted.domain)


def linkedin_words(count: int) -> str:
    """How many are reached at LinkedIn alone, which counts as a way to reach them."""
    return plural(
        count,
        "{count} person is reached at LinkedIn alone; ask for an email address or a phone number.",
        "{count} people are reached at LinkedIn alone; ask for an email address or a phone number.",
    )


def linkedin_line(count: int) -> str:
    """As :func:`linkedin_words`, in a few words."""
    return plural(count, "{count} is reached at LinkedIn alone", "{count} are reached at LinkedIn alone")


def shared_words(domains: Sequence[Counted], only: int) -> str:
    """What counts as ending with the academy.

    Args:
        domains: The member's domains; at least one.
        only: How many people have an address there, and no other way to reach them.
    """
    named = enumerated([domain_words(each) for each in domains])
    if not only:
        return (
            f"Counted as ending with the academy: addresses at {named}; everybody there can be reached otherwise too."
        )
    return plural(
        only,
        "Counted as ending with the academy: addresses at {named}; {count} person has nothing else.",
        "Counted as ending with the academy: addresses at {named}; {count} people have nothing else.",
        named=named,
    )


def shared_line(domains: Sequence[Counted]) -> str:
    """The same in one short line, for a list."""
    return f"Ends with the academy: {', '.join(f'{each.domain} {each.people:,}' for each in domains)}"
