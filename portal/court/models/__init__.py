"""The tables of a first time in court."""

from portal.court.models.court import NOT_YET, CourtPoint, CourtSupport, ReadyToLead

__all__ = ["NOT_YET", "CourtPoint", "CourtSupport", "ReadyToLead"]
