"""What home pages list from the areas below: rows of a few columns, ordered and bounded."""
