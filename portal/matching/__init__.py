"""Matching: what people offer and look for, and rounds that bring them together."""
