"""Consultant support: who the consultants are, slots to book with them, and questions to them."""
