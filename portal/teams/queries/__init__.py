"""What is asked about teams."""

from portal.teams.queries.modelled import (
    Edition,
    edition_of,
    latest_editions,
    on_model,
    on_model_later,
    own_edition,
    own_models,
    teams_on,
    was_used,
)
from portal.teams.queries.seats import (
    Team,
    concerning,
    pods_of,
    seats_of,
    team_of,
    teams,
    vacancies_in,
)
from portal.teams.queries.strands import strands_in_use, strands_of, strengths_in
from portal.teams.queries.tasks import Colleagues, colleagues, tasks_of
from portal.teams.queries.workload import count_on, counts_since

__all__ = [
    "Colleagues",
    "Edition",
    "Team",
    "colleagues",
    "concerning",
    "count_on",
    "counts_since",
    "edition_of",
    "latest_editions",
    "on_model",
    "on_model_later",
    "own_edition",
    "own_models",
    "pods_of",
    "seats_of",
    "strands_in_use",
    "strands_of",
    "strengths_in",
    "tasks_of",
    "team_of",
    "teams",
    "teams_on",
    "vacancies_in",
    "was_used",
]
