"""What pages of career pathways list."""

from portal.pathways.queries.standing import (
    HeldPost,
    job_titles,
    people_at,
    posts_at,
    posts_of,
    tallies,
    vacancies_at,
)

__all__ = [
    "HeldPost",
    "job_titles",
    "people_at",
    "posts_at",
    "posts_of",
    "tallies",
    "vacancies_at",
]
