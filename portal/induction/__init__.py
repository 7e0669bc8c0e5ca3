"""The induction year: a programme pinned to a person, its dated items, and what was held when."""
