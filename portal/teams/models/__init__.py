"""The tables of teams: workload, models of an organisation's own, teams on them, tasks, tags."""

from portal.teams.models.modelled import TeamModel, TeamOnModel
from portal.teams.models.strands import TeamStrand
from portal.teams.models.tasks import TeamTask
from portal.teams.models.workload import WorkloadCount

__all__ = ["TeamModel", "TeamOnModel", "TeamStrand", "TeamTask", "WorkloadCount"]
