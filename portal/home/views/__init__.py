"""The pages of home: everybody's, one person's, and deeds that several areas follow."""

from portal.home.views import (
    answering,
    bringing_pairs,
    covering,
    days_away,
    nation,
    pages,
    pairing,
    preparing,
    team_load,
    team_workload,
)
from portal.home.views.blueprint import home

__all__ = [
    "answering",
    "bringing_pairs",
    "covering",
    "days_away",
    "home",
    "nation",
    "pages",
    "pairing",
    "preparing",
    "team_load",
    "team_workload",
]
