"""The board of a cohort: the years under way as they are sought, and what the filters offer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    String,
    and_,
    cast,
    false,
    func,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import aliased

from portal.clock import today
from portal.database import db
from portal.induction import board, programmes
from portal.induction.listed import Listed
from portal.induction.models import Induction, InductionItem
from portal.induction.queries.years import (
    BY_NEXT,
    ON_DAY,
    WAITING,
    assessed_by,
    shown,
    todays_assessor,
)
from portal.people.asker import ANYBODY, KEPT, asker, given
from portal.people.models import Person, Post, Unit
from portal.web.lists import Page, capped_count, page_of, pages_of

MOST_CHOICES = 200
MOST_WAITING = 8
SOON = timedelta(days=14)
EVERYBODY = board.Sought()
Named = tuple[str, str]
# What a list shows of a year, besides names.
SHOWN = (
    Induction.programme_key, Induction.programme_version, Induction.fte, Induction.started_on,
    Induction.planned_end_on, Induction.next_on, Induction.stops, Induction.extensions,
    Induction.hours,
)  # fmt: skip


@dataclass(frozen=True)
class Choices:
    """What can be chosen in each filter: values with their words."""

    stages: list[Named]
    teams: list[Named]
    assessors: list[Named]
    months: list[Named]


def board_page(person: Person, sought: board.Sought, *, after: str | None = None) -> Page:
    """A page of the years under way that this person accompanies, as sought, by what is next."""
    everybody = sought == EVERYBODY
    years = _everybody(asker(person), today()) if everybody else _listed(_sought(person, sought))
    return _plain(page_of(years, keys=BY_NEXT, after=after, values=given(person)))


@lru_cache(KEPT)
def _everybody(person: Any, _day: date) -> Select[Any]:
    """The whole board for whoever holds these roles, on one day: what is opened most."""
    return _listed(_sought(person, EVERYBODY))


def _listed(years: Select[Induction]) -> Select[Any]:
    """These years as a list shows them."""
    worker, assessor = aliased(Person), aliased(Person)
    names = called(worker), called(assessor)
    return (
        years.with_only_columns(Induction.id, Induction.person_id, *names, *SHOWN)
        .join(worker, worker.id == Induction.person_id)
        .outerjoin(assessor, assessor.id == todays_assessor())
    )


def _plain(page: Page) -> Page:
    return replace(page, rows=[Listed(*row) for row in page.rows])


def every_year_sought(person: Person, sought: board.Sought) -> Iterator[Page]:
    """All that `board_page` shows a page of, for a file."""
    return map(_plain, pages_of(_listed(_sought(person, sought)), keys=BY_NEXT))


def how_many_sought(person: Person, sought: board.Sought) -> tuple[int, bool]:
    """How many years are as sought (capped), and whether there are more."""
    return capped_count(_sought(person, sought))


def waiting_on(person: Person) -> list[board.Due]:
    """What this person is to do as an assessor, due within two weeks or before, oldest first."""
    return [board.Due(*row) for row in db.session.execute(_waiting_on(today()), given(person))]


@lru_cache(KEPT)
def _waiting_on(_day: date) -> Any:
    person = ANYBODY
    return (
        select(Induction.id, called(Person), InductionItem.title, ON_DAY)
        .join_from(InductionItem, Induction, Induction.id == InductionItem.induction_id)
        .join(Person, Person.id == Induction.person_id)
        .where(
            assessed_by(person),
            Induction.organisation_id == person.organisation_id,
            or_(Induction.ended_on.is_(None), Induction.ended_on >= today()),
            InductionItem.owner.in_(("assessor", "both")),
            WAITING,
            today() + SOON >= ON_DAY,
        )
        .order_by(ON_DAY, InductionItem.position, InductionItem.id)
        .limit(MOST_WAITING)
    )


def board_choices(person: Person) -> Choices:
    """What the filters offer: stages of the programmes, and what the years under way have."""
    begun, teams, assessors = (
        db.session.execute(each, given(person)).all() for each in _offered(asker(person), today())
    )
    pinned = [(key, version) for key, version, _ in begun if key is not None]
    return Choices(
        stages=[(title, title) for title in _stages(pinned)],
        teams=_named(teams),
        assessors=[(board.NOBODY, "Nobody yet"), *_named(assessors)],
        months=board.months_of(day for *_, day in begun if day is not None),
    )


@lru_cache(KEPT)
def _offered(person: Any, _day: date) -> tuple[Any, Any, Any]:
    """What asks for programmes and first days, for teams and for assessors: three statements."""
    own: Any = shown(person, "").whereclause
    return _programmes_and_first_days(own), _teams(own), _assessors(own)


def _programmes_and_first_days(own: ColumnElement[bool]) -> Any:
    """The programmes that the years under way are on, and their first days, in one statement."""
    no_day, no_words = cast(null(), Date), cast(null(), String)
    key, version = Induction.programme_key, Induction.programme_version
    pinned = select(key, version, no_day.label("day")).where(own).distinct()
    begun = select(no_words, no_words, Induction.started_on).where(own).distinct()
    both = [select(each.limit(MOST_CHOICES).subquery()) for each in (pinned, begun)]
    return union_all(*both)


def _stages(pinned: Iterable[tuple[str, str]]) -> list[str]:
    """The stages of these programmes, in their order."""
    on = [programmes.pinned(*each) for each in pinned]
    on.sort(key=lambda each: (each.key, each.version))
    return list(dict.fromkeys(stage.title for each in on for stage in each.stages))


def _teams(own: ColumnElement[bool]) -> Select[UUID, str]:
    """The teams in which whoever is in a year works today."""
    held = (
        select(Post.unit_id)
        .join(Induction, Induction.person_id == Post.person_id)
        .where(own, Post.covering(today()))
    )
    teams = select(Unit.id, Unit.name).where(Unit.id.in_(held)).order_by(Unit.name, Unit.id)
    return teams.limit(MOST_CHOICES)


def _assessors(own: ColumnElement[bool]) -> Select[UUID, str]:
    """Whoever assesses one of the years, by name."""
    chosen = select(todays_assessor()).where(own)
    return (
        select(Person.id, called(Person))
        .where(Person.id.in_(chosen))
        .order_by(Person.sort_key, Person.id)
        .limit(MOST_CHOICES)
    )


def called(person: Any) -> ColumnElement[str]:
    """The name of a person as pages say it."""
    name: Any = func.coalesce(func.nullif(person.known_as, ""), person.given_names)
    whole: ColumnElement[str] = name + " " + person.family_name
    return whole


def _named(rows: Iterable[Any]) -> list[Named]:
    return [(str(key), name) for key, name in rows]


def _sought(person: Any, sought: board.Sought) -> Select[Induction]:
    years = shown(person, sought.q)
    if sought.team:
        held = select(Post.person_id).where(Post.unit_id == sought.team, Post.covering(today()))
        years = years.where(Induction.person_id.in_(held))
    if sought.assessor == board.NOBODY:
        years = years.where(todays_assessor().is_(None))
    elif sought.assessor:
        years = years.where(todays_assessor() == UUID(sought.assessor))
    if sought.first_days:
        first, after = sought.first_days
        years = years.where(Induction.started_on >= first, Induction.started_on < after)
    if sought.due == board.WAS_DUE:
        years = years.where(Induction.next_on < today())
    elif sought.due:
        years = years.where(Induction.next_on.between(today(), today() + SOON))
    return years.where(_is_at(sought.stage)) if sought.stage else years


def _is_at(title: str) -> ColumnElement[bool]:
    """Whether what is next belongs to a stage of that title."""
    keys = {
        (each.key, each.version, stage.key)
        for each in programmes.every()
        for stage in each.stages
        if stage.title == title
    }
    of_stage = [
        and_(
            Induction.programme_key == key,
            Induction.programme_version == version,
            InductionItem.stage == stage,
        )
        for key, version, stage in sorted(keys)
    ]
    following = select(InductionItem.id).where(
        InductionItem.induction_id == Induction.id,
        WAITING,
        Induction.next_on == ON_DAY,
        or_(false(), *of_stage),
    )
    return following.exists()
