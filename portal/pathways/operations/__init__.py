"""Deeds on career pathways that leave a trace."""
