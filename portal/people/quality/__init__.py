"""Data quality: what in the data about people is to be looked at, judged and put into words."""
