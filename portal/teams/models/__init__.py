"""The tables of teams: counts of workload, models of an organisation's own, teams on a model."""

from portal.teams.models.modelled import TeamModel, TeamOnModel
from portal.teams.models.workload import WorkloadCount

__all__ = ["TeamModel", "TeamOnModel", "WorkloadCount"]
