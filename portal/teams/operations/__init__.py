"""Deeds about teams: counting workload, keeping models, putting a team on one."""

from portal.teams.operations.modelled import add_model, change_model, put_on_model, take_off_model
from portal.teams.operations.workload import ImpossibleCountError, count_workload

__all__ = [
    "ImpossibleCountError",
    "add_model",
    "change_model",
    "count_workload",
    "put_on_model",
    "take_off_model",
]
