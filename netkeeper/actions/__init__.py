"""What a person does: each call is one transaction and one undo step."""
