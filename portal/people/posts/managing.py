"""Who counts as somebody's manager: whom their post names, and whoever covers for that person.

Pure. `at_hand` are the posts that somebody holds on the day in question; `covered` are the posts
whose work another person does on that day. Cover opens what the holder's managing opens, of those
who reported to them while they held the post: somebody who came to report to them later, in
another post, is not reached. It goes no further: who covers for somebody who covers for a third
is not the third's stand-in. `queries.managing` asks the same in bulk, and a test holds them
together. Source: the portal's own rule (a manager's cover answers for the team meanwhile).
"""

from collections.abc import Iterable
from datetime import date
from typing import Protocol
from uuid import UUID


class Reporting(Protocol):
    """A post as far as it says to whom its holder reports."""

    @property
    def manager_id(self) -> UUID | None:
        """Whom the holder reports to."""

    @property
    def started_on(self) -> date:
        """The first day on which that was so."""


class Covered(Protocol):
    """A post whose work somebody else does."""

    @property
    def person_id(self) -> UUID | None:
        """Who holds it; nobody while it is vacant."""

    @property
    def ended_on(self) -> date | None:
        """The last day on which they held it, once that is known."""


def manages(person_id: UUID, at_hand: Iterable[Reporting]) -> bool:
    """Whether one of these posts names the person as manager."""
    return any(post.manager_id == person_id for post in at_hand)


def covers_for(covered: Iterable[Covered], at_hand: Iterable[Reporting]) -> bool:
    """Whether the holder of a covered post is the manager in one of these posts."""
    reporting = [post for post in at_hand if post.manager_id is not None]
    return bool(reporting) and any(
        post.manager_id == held.person_id
        and (held.ended_on is None or post.started_on <= held.ended_on)
        for held in covered
        for post in reporting
    )
