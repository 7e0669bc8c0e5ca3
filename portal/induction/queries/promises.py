"""What is known of the promises of a year, gathered for the ledger; and of many years at once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, Select, bindparam, or_, select
from sqlalchemy.orm import lazyload

from portal.clock import today
from portal.database import db
from portal.induction.models import (
    DevelopmentTime,
    Induction,
    InductionItem,
    MonthConfirmed,
    PromiseTold,
    TalkAsked,
    WorkBeside,
)
from portal.induction.promises import alone
from portal.induction.promises.keeping import Meeting
from portal.induction.promises.ledger import Ledger, Terms
from portal.induction.queries.changes import away_of
from portal.induction.queries.years import managed_by
from portal.mentoring.models import GROUP
from portal.mentoring.queries import sessions_kept
from portal.people.models import Person
from portal.people.queries import managers_of
from portal.teams.queries import counts_since
from portal.web.lists import Page, page_of, pages_of

MOST_ENTRIES = 400
MOST_TOLD = 200
OBSERVATION = "observation"
BY_NAME = [Person.sort_key, Person.id]
# Every page of a year asks for its promises: the statements are put together once.
YEARS: Any = bindparam("years", expanding=True)
MOST: Any = bindparam("most", type_=Integer)


def ledger_of(induction: Induction) -> Ledger:
    """The ledger of one year, on today's date."""
    return ledgers_of([induction])[induction.id]


def short_ledger_of(induction: Induction) -> Ledger:
    """The ledger without observations and rules, for a card on another page."""
    return ledgers_of([induction], whole=False)[induction.id]


def supervision_of(induction: Induction) -> Ledger:
    """What became of the supervision alone, for a home page: two statements."""
    found = sessions_kept([induction.person_id], induction.started_on)[induction.person_id]
    return Ledger(
        terms=terms_of(induction),
        today=today(),
        supervision=[_meeting(s) for s in found if s.kind != GROUP],
        groups=(),
        entries=(),
        observations=(),
        counts=(),
        away=away_of([induction.person_id])[induction.person_id],
        decided={},
    )


def ledgers_of(inductions: Collection[Induction], *, whole: bool = True) -> dict[UUID, Ledger]:
    """The ledgers of these years; as many statements for many as for one."""
    people = [each.person_id for each in inductions]
    since = min((each.started_on for each in inductions), default=today())
    sessions = sessions_kept(people, since)
    counts = counts_since(people, since)
    away = away_of(people)
    entries = _by_year(DevelopmentTime, inductions, DevelopmentTime.day)
    items = _observations(inductions if whole else ())
    beside = _by_year(WorkBeside, inductions if whole else (), WorkBeside.kind)
    return {
        each.id: Ledger(
            terms=terms_of(each),
            today=today(),
            supervision=[_meeting(s) for s in sessions[each.person_id] if s.kind != GROUP],
            groups=[_meeting(s) for s in sessions[each.person_id] if s.kind == GROUP],
            entries=entries[each.id],
            observations=items[each.id],
            counts=counts[each.person_id],
            away=away[each.person_id],
            decided={row.kind: decided(row) for row in beside[each.id]},
        )
        for each in inductions
    }


def terms_of(induction: Induction) -> Terms:
    """What was promised to whom, as the rules take it."""
    return Terms(
        programme=induction.programme,
        started_on=induction.started_on,
        last_on=min(induction.ended_on or induction.planned_end_on, induction.planned_end_on),
        fte=induction.fte,
        moves=induction.moves,
        known_from=induction.taken_on_on,
    )


def decided(row: WorkBeside) -> alone.Decided:
    """What was decided about one kind of work, as the rules take it."""
    return alone.Decided(
        co_worker=row.co_worker.name if row.co_worker else "",
        alone_from_on=row.alone_from_on,
        reason=row.reason,
        decided_by=row.decided_by.name,
    )


def told_of(induction: Induction) -> dict[tuple[str, date], PromiseTold]:
    """Of which missed promises of a year somebody was told."""
    found = (
        select(PromiseTold)
        .where(PromiseTold.induction_id == induction.id)
        .order_by(PromiseTold.missed_on.desc(), PromiseTold.id)
        .limit(MOST_TOLD)
    )
    return {(each.promise, each.missed_on): each for each in db.session.scalars(found)}


def talks_of(induction: Induction) -> Sequence[TalkAsked]:
    """When the worker asked to speak with the coordinator, latest first."""
    found = (
        select(TalkAsked)
        .where(TalkAsked.induction_id == induction.id)
        .options(lazyload(TalkAsked.induction))
        .order_by(TalkAsked.asked_on.desc(), TalkAsked.id)
        .limit(MOST_TOLD)
    )
    return db.session.scalars(found).all()


def beside_of(induction: Induction, kind: str) -> WorkBeside | None:
    """What was decided about one kind of work."""
    found = select(WorkBeside).where(
        WorkBeside.induction_id == induction.id, WorkBeside.kind == kind
    )
    return db.session.scalar(found)


def rules_of(induction: Induction) -> list[alone.Rule]:
    """The kinds of work that are not done alone yet in a year, with what was decided of each."""
    asked = select(WorkBeside).where(WorkBeside.induction_id == induction.id)
    known = {row.kind: decided(row) for row in db.session.scalars(asked)}
    return [each for each in terms_of(induction).rules(known, today()) if not each.is_over]


def who_may_stand_beside(people: Sequence[Person], induction: Induction) -> list[Person]:
    """Those of these people who do not have such a rule to keep themselves."""
    asked = select(Induction).where(
        Induction.person_id.in_([one.id for one in people]),
        or_(Induction.ended_on.is_(None), Induction.ended_on >= today()),
        Induction.planned_end_on >= today(),
    )
    years = db.session.scalars(asked.options(lazyload("*")))
    not_yet = {each.person_id for each in years if each.programme.not_alone}
    return [one for one in people if one.id not in (*not_yet, induction.person_id)]


def development_on(induction: Induction, day: date) -> DevelopmentTime | None:
    """The entry of development time that stands on a day: booked or taken."""
    found = select(DevelopmentTime).where(
        DevelopmentTime.induction_id == induction.id,
        DevelopmentTime.day == day,
        DevelopmentTime.state.in_(("booked", "taken")),
    )
    return db.session.scalar(found)


def confirmed_in(inductions: Collection[Induction], month: date) -> set[tuple[UUID, str]]:
    """What was confirmed of a month, as pairs of a year and what."""
    found = (
        select(MonthConfirmed.induction_id, MonthConfirmed.what)
        .where(MonthConfirmed.induction_id.in_([each.id for each in inductions]))
        .where(MonthConfirmed.month == month)
        .order_by(MonthConfirmed.id)
        .limit(2 * max(1, len(inductions)))
    )
    return {(row[0], row[1]) for row in db.session.execute(found)}


def supervisors_of(induction: Induction) -> list[Person]:
    """With whom the person of a year may have supervision: manager or cover first, the assessor."""
    ids = set(managers_of([induction.person_id], today())[induction.person_id])
    managers = set(ids)
    if induction.todays_assessor_id:
        ids.add(induction.todays_assessor_id)
    found = (
        select(Person)
        .where(Person.id.in_(ids), Person.working_here(today()))
        .order_by(Person.sort_key, Person.id)
        .limit(MOST_TOLD)
    )
    return sorted(db.session.scalars(found), key=lambda each: each.id not in managers)


def team_page(person: Person, after: str | None) -> Page:
    """A page of the years under way of those who report to this person, by name."""
    return page_of(_team(person), keys=BY_NAME, after=after)


def every_of_team(person: Person) -> Iterator[Page]:
    """All that `team_page` shows a page of, for a file."""
    return pages_of(_team(person), keys=BY_NAME)


def _team(person: Person) -> Select[Induction]:
    open_years = or_(Induction.ended_on.is_(None), Induction.ended_on >= today())
    return (
        select(Induction)
        .join(Person, Person.id == Induction.person_id)
        .where(Induction.organisation_id == person.organisation_id, managed_by(person), open_years)
        .options(lazyload(Induction.posts))
    )


def _meeting(session: Any) -> Meeting:
    return Meeting(session.held_on, session.state, session.reason, session.moved_to_on, session.id)


def _by_year(model: Any, inductions: Iterable[Induction], order: Any) -> dict[UUID, list[Any]]:
    """The rows of a kind by year, latest first; nothing is asked about no year."""
    ids = [each.id for each in inductions]
    if not ids:
        return defaultdict(list)
    grouped: dict[UUID, list[Any]] = defaultdict(list)
    for row in db.session.scalars(_rows_of(model, order), _of(ids)):
        grouped[row.induction_id].append(row)
    return grouped


@cache
def _rows_of(model: Any, order: Any) -> Any:
    found = select(model).where(model.induction_id.in_(YEARS))
    if hasattr(model, "induction"):
        found = found.options(lazyload(model.induction))
    return found.order_by(order.desc(), model.id).limit(MOST)


def _of(ids: list[UUID]) -> dict[str, Any]:
    return {"years": ids, "most": MOST_ENTRIES * len(ids)}


def _observations(inductions: Iterable[Induction]) -> dict[UUID, list[InductionItem]]:
    ids = [each.id for each in inductions]
    if not ids:
        return defaultdict(list)
    grouped: dict[UUID, list[InductionItem]] = defaultdict(list)
    for item in db.session.scalars(_observation_items(), _of(ids)):
        grouped[item.induction_id].append(item)
    return grouped


@cache
def _observation_items() -> Select[InductionItem]:
    return (
        select(InductionItem)
        .where(InductionItem.induction_id.in_(YEARS), InductionItem.kind == OBSERVATION)
        .options(lazyload(InductionItem.induction))
        .order_by(InductionItem.due_on, InductionItem.position)
        .limit(MOST)
    )
