"""Teams: how much each person carries, in points and without a case."""
