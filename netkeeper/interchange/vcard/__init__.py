"""vCards (RFC 2426, RFC 6350, versit vCard 2.1): a tolerant reader and a strict writer.

A file goes through ``scan`` (finding cards), ``lines`` (unfolding), ``content_line`` and ``values`` (parsing)
and ``properties`` (filling a ``card``) to ``build`` (making a contact).
"""

from netkeeper.interchange.vcard.reader import read_vcards
from netkeeper.interchange.vcard.writer import write_vcards

__all__ = ["read_vcards", "write_vcards"]
