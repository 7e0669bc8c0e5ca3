"""Notices: what people are told, on the page and by mail."""

from portal.notices.operations import tell

__all__ = ["tell"]
