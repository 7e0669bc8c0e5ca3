"""Everybody in the order of the list with their dates, a row of a post at a time.

One statement, whoever many they are: rows are taken as they come, and nobody reads on once enough
people are found. `Candidates` are those who stand, on a day, where one moves up from.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import Select, case, func, null, select

from portal.database import db
from portal.induction.models import Induction
from portal.pathways.catalogue import Catalogue
from portal.pathways.catalogue.entries import INDUCTION
from portal.pathways.forecast import Candidate, Forecast
from portal.pathways.models import Application, Panel
from portal.pathways.places import titles_at
from portal.pathways.progression.leave import counted_time
from portal.pathways.queries.leave import absences, leave_rule
from portal.pathways.queries.standing import job_titles
from portal.pathways.showing import Facts, Span
from portal.people.models import Person, Post
from portal.people.queries.managing import reporting_to
from portal.web.lists import SIZE, Page, begin_after, page_from

MOST_ROWS = 40_000
KEYS = [Post.sort_key, Post.person_id]
REGISTERED, COMPLETED = "registered", "completed"


class Candidates:
    """The people of an organisation, or those whom one person manages, with their dates."""

    def __init__(
        self, organisation_id: UUID, catalogue: Catalogue, forecast: Forecast,
        managed_by: Person | None = None,
    ) -> None:  # fmt: skip
        self.own, self.forecast, self.managed_by = organisation_id, forecast, managed_by
        self.day = forecast.day
        self.rule = leave_rule(organisation_id)
        self.away = absences(organisation_id, self.rule) if self.rule else {}
        titles = titles_at(catalogue, job_titles(organisation_id, self.day))
        self.place_of = {
            title: key for key in sorted(forecast.looked_at) for title in titles.get(key, ())
        }

    def __iter__(self) -> Iterator[Candidate]:
        return self._found(self._rows())

    def page(self, keep: Any, after: str | None, size: int = SIZE) -> Page:
        """A page of those of whom something is so."""
        rows, is_first = begin_after(self._rows(), keys=KEYS, after=after)
        found = []
        for candidate in self._found(rows):
            if keep(candidate):
                found.append((candidate, candidate.order, candidate.who))
            if len(found) > size:
                break
        return page_from(found, width=1, size=size, first=is_first)

    def _found(self, rows: Select[Any]) -> Iterator[Candidate]:
        asked = rows.order_by(*KEYS, Post.started_on).limit(MOST_ROWS)
        streamed = db.session.execute(asked.execution_options(yield_per=500))
        try:
            for (order, who), posts in groupby(streamed, key=lambda row: (row[0], row[1])):
                candidate = self._candidate(order, who, list(posts))
                if candidate.here:
                    yield candidate
        finally:
            streamed.close()

    def _candidate(self, order: str, who: UUID, posts: Sequence[Any]) -> Candidate:
        at: dict[str, list[Span]] = {}
        here = []
        for _, _, title, first, last, *_ in posts:
            key = self.place_of[title]
            at.setdefault(key, []).append((first, last))
            if (last is None or last >= self.day) and self.forecast.ahead[key]:
                here.append(key)
        facts = Facts(
            at=self._counted(who, at),
            is_registered=posts[0].registration_status == REGISTERED,
            qualified_on=posts[0].qualified_on,
            year_completed_on=min((row.completed for row in posts if row.completed), default=None),
            year_ends_on=min((row.ends for row in posts if row.ends), default=None),
        )
        return Candidate(who, order, tuple(here), facts)

    def _counted(self, who: UUID, at: Mapping[str, Sequence[Span]]) -> Mapping[str, Sequence[Span]]:
        """What counts of somebody's time: all of it, unless a rule was published."""
        away = self.away.get(who)
        if not away:
            return at
        return {key: counted_time(spans, away, self.rule) for key, spans in at.items()}

    def _rows(self) -> Select[Any]:
        """A row for each post that stands somewhere that matters and had begun by the day."""
        first = func.coalesce(Post.began_on, Post.started_on)
        found: Any = (
            select(
                Post.sort_key, Post.person_id, Post.job_title, first.label("first"),
                Post.ended_on, Person.registration_status, Person.qualified_on, *self._years(),
            )
            .join(Person, Person.id == Post.person_id)
            .where(Post.organisation_id == self.own, Post.job_title.in_(list(self.place_of)))
            .where(Post.begun_by(self.day), Person.working_here(self.day))
        )  # fmt: skip
        if self.managed_by is not None:
            found = found.where(Post.person_id.in_(reporting_to(self.managed_by, self.day)))
        return found  # type: ignore[no-any-return]

    def _years(self) -> tuple[Any, ...]:
        """When a first year was completed or is to end; asked where a next place asks for one."""
        asking = {
            key for key, dates in self.forecast.dates.items()
            if any(each.kind == INDUCTION for each in dates)
        }  # fmt: skip
        titles = [
            title for title, key in self.place_of.items()
            if asking.intersection(self.forecast.ahead[key])
        ]  # fmt: skip
        of = Induction.person_id == Post.person_id
        completed = select(func.min(Induction.ended_on)).where(of, Induction.ended_as == COMPLETED)
        ends = select(func.min(Induction.planned_end_on)).where(of, Induction.ended_on.is_(None))
        return tuple(
            case((Post.job_title.in_(titles), each.correlate(Post).scalar_subquery()), else_=null())
            .label(name)
            for each, name in ((completed, "completed"), (ends, "ends"))
        )  # fmt: skip


def people_by_id(ids: Collection[UUID]) -> dict[UUID, Person]:
    """These people by their id."""
    found = select(Person).where(Person.id.in_(ids)).order_by(Person.id)
    return {person.id: person for person in db.session.scalars(found)}


def who_applied(panel: Panel, ids: Collection[UUID]) -> set[UUID]:
    """Who of these has sent an application to a panel and not taken it back."""
    sent = (
        select(Application.person_id)
        .where(Application.panel_id == panel.id, Application.person_id.in_(ids))
        .where(Application.sent_on.is_not(None), Application.withdrawn_on.is_(None))
        .order_by(Application.person_id)
    )
    return set(db.session.scalars(sent))


def coming_until(panels: Sequence[tuple[Panel, Any]], last: date) -> list[tuple[Panel, Any]]:
    """Of the coming panels those that meet by a day, in the order of their last days to apply."""
    near = [pair for pair in panels if pair[0].meets_on <= last]
    return sorted(near, key=lambda pair: (pair[0].send_by, pair[0].meets_on))
