"""Widgets: they show what screens hand them, say what the person meant, and never write."""
