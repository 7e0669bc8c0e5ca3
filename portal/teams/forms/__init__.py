"""What people fill in about teams and their models."""
