"""What people fill in about writing and evidence."""
