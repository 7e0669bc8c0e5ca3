"""What people fill in about career pathways."""
