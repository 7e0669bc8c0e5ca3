"""The pages of coaching and mentoring."""

from portal.mentoring.views import files, pairings, sessions, supervision, supporting
from portal.mentoring.views.blueprint import mentoring

__all__ = ["files", "mentoring", "pairings", "sessions", "supervision", "supporting"]
