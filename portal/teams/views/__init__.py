"""The pages of teams and their models."""

from portal.teams.views import models, strands, tasks, teams
from portal.teams.views.blueprint import teams as blueprint

__all__ = ["blueprint", "models", "strands", "tasks", "teams"]
