"""Continuity of posts in a practice as another organisation may read it. Pure.

Shapes: counts of a quarter go in, sentences come out. A total that tells of few people tells of
each: below five posts nothing is said, below ten only whether at least half of the posts have had
the same holder for 12 months, and neither who joined nor who left. Units: people in post on the
last day of the quarter. Source: the floors of five (totals of a team) and ten (groups of people)
that hold in the whole portal.
"""

from dataclasses import dataclass

from portal.web.numbers import counted

FEWEST, FEWEST_IN_FIGURES = 5, 10


@dataclass(frozen=True)
class Staffing:
    """Of one quarter: people in post at its end, those for 12 months, joiners and leavers."""

    in_post: int
    for_a_year: int
    joined: int
    left: int


def sentences(staffing: Staffing) -> list[str]:
    """What may be said of it."""
    if staffing.in_post < FEWEST:
        return [
            f"Fewer than {FEWEST} posts of the practice are held, so nothing is shown: "
            "a total of so few would tell of each."
        ]
    if staffing.in_post < FEWEST_IN_FIGURES:
        at_least = 2 * staffing.for_a_year >= staffing.in_post
        share = "At least half" if at_least else "Fewer than half"
        return [
            f"{share} of the posts have been held by the same person for 12 months and more.",
            f"Fewer than {FEWEST_IN_FIGURES} posts are held, so figures, joiners and leavers are "
            "not shown: they would tell of single people.",
        ]
    held = counted(staffing.in_post, "post is", "posts are")
    return [
        f"{held} held, {staffing.for_a_year:,} of them by the same person for 12 months and more.",
        f"In the quarter {counted(staffing.joined, 'person', 'people')} joined and "
        f"{staffing.left:,} left.",
    ]
