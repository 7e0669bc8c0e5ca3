"""Panels of progression, applications to them, and what a panel decides."""

from portal.pathways.models.applications import (
    Application,
    ApplicationItem,
    ItemEvidence,
    ManagerStatement,
    ToChair,
)
from portal.pathways.models.catalogue import CatalogueVersion
from portal.pathways.models.deciding import (
    Appeal,
    Outcome,
    PanelConflict,
    ScoreSheet,
)
from portal.pathways.models.equity import EquityYear
from portal.pathways.models.goals import CheckIn, CheckInView, GoalStep, PathwayGoal
from portal.pathways.models.leave import PublishedLeaveRule
from portal.pathways.models.not_now import NotNow
from portal.pathways.models.panels import LetterText, Panel, PanelMember, ProgressionRule
from portal.pathways.models.requirements import RequirementStatement

__all__ = [
    "Appeal",
    "Application",
    "ApplicationItem",
    "CatalogueVersion",
    "CheckIn",
    "CheckInView",
    "EquityYear",
    "GoalStep",
    "ItemEvidence",
    "LetterText",
    "ManagerStatement",
    "NotNow",
    "Outcome",
    "Panel",
    "PanelConflict",
    "PanelMember",
    "PathwayGoal",
    "ProgressionRule",
    "PublishedLeaveRule",
    "RequirementStatement",
    "ScoreSheet",
    "ToChair",
]
