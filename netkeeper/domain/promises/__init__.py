"""Follow-ups: the record, how it recurs, and when two say the same."""
