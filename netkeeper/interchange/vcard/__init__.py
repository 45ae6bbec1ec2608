"""vCards (RFC 2426, RFC 6350, versit vCard 2.1): a tolerant reader and a strict writer.

A file goes through ``scan`` (where cards begin and end), ``lines`` (unfolding), ``content_line`` and
``values`` (what a line says) and ``properties`` (what it means for the ``card``) to ``build`` (a contact).
"""

from netkeeper.interchange.vcard.reader import read_vcards
from netkeeper.interchange.vcard.writer import write_vcards

__all__ = ["read_vcards", "write_vcards"]
