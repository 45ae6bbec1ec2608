"""People: the list, its search, selection and columns."""
