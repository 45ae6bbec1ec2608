"""The network book: the whole network to read and to print, as Markdown or as one HTML file."""

from netkeeper.interchange.book.html import write_html
from netkeeper.interchange.book.markdown import write_markdown

__all__ = ["write_html", "write_markdown"]
