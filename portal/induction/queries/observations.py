"""Direct observations as pages list them: those of a year, and who still needs which by when."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload, lazyload

from portal.clock import today
from portal.database import db
from portal.induction import observing
from portal.induction.models import (
    Induction,
    InductionItem,
    Observation,
    ObservationMove,
    ObservationSection,
)
from portal.induction.queries.years import ASKED_FOR, ON_DAY, WAITING, assessed_by, managed_by
from portal.mentoring.models import Pairing
from portal.people.models import Person, RoleHeld
from portal.people.queries import named
from portal.web.arguments import ids
from portal.web.lists import Page, page_of, pages_of

MOST_OBSERVATIONS = 60
MOST_MOVES = 30
MOST_OBSERVERS = 40
MOST_FOUND = 20
BY_DAY = [ON_DAY, InductionItem.id]


def observations_of(induction: Induction) -> list[Observation]:
    """Every observation of a year, by number."""
    found = (
        select(Observation)
        .where(Observation.induction_id == induction.id)
        .options(lazyload(Observation.induction))
        .order_by(Observation.number)
        .limit(MOST_OBSERVATIONS)
    )
    return list(db.session.scalars(found))


def items_to_observe(induction: Induction) -> list[InductionItem]:
    """The observations that the programme asks for, in the order in which they are due."""
    found = (
        select(InductionItem)
        .where(InductionItem.induction_id == induction.id, InductionItem.kind == observing.KIND)
        .options(lazyload(InductionItem.induction))
        .order_by(InductionItem.due_on, InductionItem.position)
        .limit(MOST_OBSERVATIONS)
    )
    return list(db.session.scalars(found))


def items_with_plans(induction: Induction) -> list[tuple[InductionItem, UUID | None]]:
    """The same, each with the id of the observation that is planned for it, if any."""
    found: Any = (
        select(InductionItem, Observation.id)
        .outerjoin(Observation, Observation.item_id == InductionItem.id)
        .where(InductionItem.induction_id == induction.id, InductionItem.kind == observing.KIND)
        .options(lazyload(InductionItem.induction))
        .order_by(InductionItem.due_on, InductionItem.position)
        .limit(MOST_OBSERVATIONS)
    )
    return [(item, planned) for item, planned in db.session.execute(found)]


def sections_of(observation: Observation) -> list[ObservationSection]:
    """The sections of one observation, in the order in which they are written."""
    found = select(ObservationSection).where(ObservationSection.observation_id == observation.id)
    written = {each.key: each for each in db.session.scalars(found.limit(MOST_MOVES))}
    return [written[key] for key in observing.SECTIONS if key in written]


def moves_of(observation: Observation) -> Sequence[ObservationMove]:
    """How often an observation was moved, earliest first."""
    found = select(ObservationMove).where(ObservationMove.observation_id == observation.id)
    ordered = found.order_by(ObservationMove.recorded_on, ObservationMove.id)
    return db.session.scalars(ordered.limit(MOST_MOVES)).all()


def observers(induction: Induction, chosen: str = "") -> list[Person]:
    """Who may observe this person: their assessor first, then those with a role that may.

    Where there are very many, whoever is `chosen` (an id) is among those that are shown.
    """
    order = [Person.id.in_(ids([chosen])).desc(), Person.sort_key, Person.id]
    found = _observing(induction).order_by(*order).limit(MOST_OBSERVERS)
    others = [each for each in db.session.scalars(found) if each.id != induction.todays_assessor_id]
    return [*filter(None, [induction.assessor]), *others]


def observers_named(induction: Induction, typed: str) -> list[Person]:
    """Those who may observe this person and whose names begin with what was typed."""
    names = named(induction.organisation_id, typed)
    if not names:
        return []
    found = _observing(induction).where(*(Person.id.in_(each) for each in names))
    ordered = found.order_by(Person.sort_key, Person.id).limit(MOST_FOUND)
    return list(db.session.scalars(ordered))


def _observing(induction: Induction) -> Select[Person]:
    """Whoever has a role in which people observe, and works here, but not the person."""
    may = select(RoleHeld.person_id).where(
        RoleHeld.organisation_id == induction.organisation_id,
        RoleHeld.role.in_(observing.OBSERVING_ROLES),
        RoleHeld.covering(today()),
    )
    return select(Person).where(
        Person.id.in_(may), Person.working_here(today()), Person.id != induction.person_id
    )


def supports(person_id: UUID, supported_id: UUID) -> bool:
    """Whether somebody is today's coach or mentor of somebody."""
    pair = select(Pairing.id).where(
        Pairing.coach_id == person_id,
        Pairing.supported_id == supported_id,
        Pairing.covering(today()),
    )
    return db.session.scalar(pair.limit(1)) is not None


def needed_page(person: Person, *, q: str = "", after: str | None = None) -> Page:
    """A page of who still needs which observation by when: items, each with what is planned.

    With `q` those whose name, or whose observer's name, begins so.
    """
    return page_of(_needed(person, q), keys=BY_DAY, after=after)


def every_needed(person: Person, *, q: str = "") -> Iterator[Page]:
    """All that `needed_page` shows a page of, for a file."""
    return pages_of(_needed(person, q), keys=BY_DAY)


def _needed(person: Person, q: str) -> Any:
    shown: Any = (
        select(InductionItem, Observation)
        .join(Induction, Induction.id == InductionItem.induction_id)
        .outerjoin(Observation, Observation.item_id == InductionItem.id)
        .where(
            InductionItem.organisation_id == person.organisation_id,
            InductionItem.kind == observing.KIND,
            WAITING,
            ASKED_FOR,
            func.coalesce(Induction.ended_on, today()) >= today(),
            _mine(person),
        )
        .options(
            contains_eager(InductionItem.induction).options(
                lazyload(Induction.posts),
                lazyload(Induction.chosen_assessor),
                lazyload(Induction.next_assessor),
                joinedload(Induction.person),
            ),
            lazyload(Observation.induction),
            joinedload(Observation.observer, innerjoin=False),
        )
    )
    for found_by_word in named(person.organisation_id, q):
        whose = Induction.person_id.in_(found_by_word)
        shown = shown.where(or_(whose, Observation.observer_id.in_(found_by_word)))
    return shown


def _mine(person: Person) -> ColumnElement[bool]:
    """The condition of a year that this person accompanies, or in which they observe."""
    others = Induction.person_id != person.id
    if person.has_role("coordinator"):
        return others
    accompanied = or_(assessed_by(person), managed_by(person))
    return and_(others, or_(accompanied, Observation.observer_id == person.id))
