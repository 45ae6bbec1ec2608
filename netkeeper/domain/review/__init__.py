"""The daily review: who is due, who is selected, in which order, and how many."""
