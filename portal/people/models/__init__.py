"""Organisations, their units, the people in them, and the posts and roles people hold over time."""

from portal.people.models.equality import EqualityAnswers
from portal.people.models.leaving import Leaving
from portal.people.models.listed import FOLDED, stands
from portal.people.models.organisation import UNIT_KINDS, Organisation, Unit
from portal.people.models.person import (
    REGISTRATION_STATUSES,
    DaysAway,
    Person,
    PersonStrength,
    PersonWord,
)
from portal.people.models.posts import BASES, CONTRACTS, Cover, Post
from portal.people.models.roles import ROLES, RoleHeld
from portal.people.models.two_people import TwoPeople

LISTED = (Post, RoleHeld, PersonStrength)
"""What carries where its person stands in lists."""

__all__ = [
    "BASES",
    "CONTRACTS",
    "FOLDED",
    "LISTED",
    "REGISTRATION_STATUSES",
    "ROLES",
    "UNIT_KINDS",
    "Cover",
    "DaysAway",
    "EqualityAnswers",
    "Leaving",
    "Organisation",
    "Person",
    "PersonStrength",
    "PersonWord",
    "Post",
    "RoleHeld",
    "TwoPeople",
    "Unit",
    "stands",
]
