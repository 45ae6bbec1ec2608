"""Tables of contacts (CSV): one tolerant reader for all layouts, and four writers.

A file goes through ``encodings`` and ``lines`` (its text), ``records`` (its rows) and ``table`` (its header);
``headers`` and ``mapping`` find the target of each column, and ``row`` makes contacts of rows.
"""

from netkeeper.interchange.csv.chosen_columns import parse_map
from netkeeper.interchange.csv.days import Order
from netkeeper.interchange.csv.google import write_google
from netkeeper.interchange.csv.interactions_reader import read_if_interactions
from netkeeper.interchange.csv.interactions_table import write_interactions
from netkeeper.interchange.csv.mapping import Column, ColumnMap
from netkeeper.interchange.csv.outlook import write_outlook
from netkeeper.interchange.csv.plain import write_csv
from netkeeper.interchange.csv.question import Question
from netkeeper.interchange.csv.reader import first_contacts, guess_for, mapping_of, read_csv
from netkeeper.interchange.csv.remembered_columns import targets_of
from netkeeper.interchange.csv.table import Table, begins_with_header, looks_like_csv, open_table
from netkeeper.interchange.csv.targets import KINDS, Target, parse_target

__all__ = [
    "KINDS",
    "Column",
    "ColumnMap",
    "Order",
    "Question",
    "Table",
    "Target",
    "begins_with_header",
    "first_contacts",
    "guess_for",
    "looks_like_csv",
    "mapping_of",
    "open_table",
    "parse_map",
    "parse_target",
    "read_csv",
    "read_if_interactions",
    "targets_of",
    "write_csv",
    "write_google",
    "write_interactions",
    "write_outlook",
]
