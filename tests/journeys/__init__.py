"""Whole stories, in a real browser where it matters."""
