"""Which values are a way to reach somebody: an email address, a phone number, a LinkedIn address."""

from __future__ import annotations

import re

from netkeeper.domain.people.contact import Contact

# Compiled at first use, for a light cold start.
_EMAIL = r"[^\s@<>,;]+@[^\s@<>,;]*[^\W_][^\s@<>,;]*"
_LINKEDIN = r"\blinkedin\.com/(?:in|pub)/[^/?#\s]+"
_UNANSWERED = r"(?:no|do[-_.]?not|don[-_.]?t)[-_.]?reply|ei[-_.]?vasta(?:uksia|a|ta)|svara[-_.]?(?:inte|ej)|(?:bounce|mailer-daemon).*"
_OF_SEVERAL = (
    r"info|office|contact|sales|hello|support|admin|mail|team|help|service|billing|invoice|jobs|press|hr"
    r"|toimisto|myynti|asiakaspalvelu|laskutus|yhteys|posti|kontakt|kundtjanst|kundservice|buero|vertrieb|kundenservice"
)


def is_email(value: str) -> bool:
    """Whether a text is an email address: something before an @, and a domain behind it."""
    return "@" in value and re.fullmatch(_EMAIL, value.strip()) is not None


def is_phone(value: str) -> bool:
    """Whether a text may be a phone number, which has digits."""
    return any(character.isdecimal() for character in value)


def is_linkedin(url: str) -> bool:
    """Whether a web address is somebody's at LinkedIn."""
    return re.search(_LINKEDIN, url, re.IGNORECASE) is not None


def is_unanswered(email: str) -> bool:
    """Whether an address takes no mail, by its name: ``noreply@``."""
    return re.fullmatch(_UNANSWERED, email.strip().partition("@")[0], re.IGNORECASE) is not None


def is_of_several(email: str) -> bool:
    """Whether an address is likely read by several people, by its name: ``info@``."""
    return re.fullmatch(_OF_SEVERAL, email.strip().partition("@")[0], re.IGNORECASE) is not None


def emails_that_reach(contact: Contact) -> list[str]:
    """A contact's email addresses at which somebody can be reached."""
    return [item.value for item in contact.emails if is_email(item.value) and not is_unanswered(item.value)]


def has_phone(contact: Contact) -> bool:
    """Whether a contact has a phone number."""
    return any(is_phone(item.value) for item in contact.phones)


def is_on_linkedin(contact: Contact) -> bool:
    """Whether a contact has an address at LinkedIn."""
    return any(is_linkedin(item.value) for item in contact.urls)


def is_reachable(contact: Contact) -> bool:
    """Whether there is a way to reach a contact: an email address, a phone number, or LinkedIn."""
    return has_phone(contact) or bool(emails_that_reach(contact)) or is_on_linkedin(contact)


def is_on_linkedin_alone(contact: Contact) -> bool:
    """Whether an address at LinkedIn is the only way to reach a contact."""
    return not has_phone(contact) and is_on_linkedin(contact) and not emails_that_reach(contact)
