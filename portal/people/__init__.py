"""People: organisations, units, posts, roles held, the directory and the staff list."""
