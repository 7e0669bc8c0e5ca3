"""Notices: what people are told, on the page and by mail."""

from portal.notices.operations import settle, tell

__all__ = ["settle", "tell"]
