"""Deeds about teams: counting workload, keeping models, putting a team on one, sharing tasks."""

from portal.teams.operations.modelled import add_model, change_model, put_on_model, take_off_model
from portal.teams.operations.strands import choose_strands
from portal.teams.operations.tasks import change_task, end_task, give_task
from portal.teams.operations.workload import ImpossibleCountError, count_workload

__all__ = [
    "ImpossibleCountError",
    "add_model",
    "change_model",
    "change_task",
    "choose_strands",
    "count_workload",
    "end_task",
    "give_task",
    "put_on_model",
    "take_off_model",
]
