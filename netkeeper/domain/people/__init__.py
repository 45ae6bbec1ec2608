"""Contacts: the record and its properties, names, phone numbers, the ladder."""
