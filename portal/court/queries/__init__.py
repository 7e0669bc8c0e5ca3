"""What pages ask about a first time in court."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import case, func, or_, select

from portal.clock import today
from portal.court.models import CourtPoint, CourtSupport, ReadyToLead
from portal.court.tracking import KEPT_MONTHS
from portal.database import db
from portal.people.models import Person, RoleHeld
from portal.period import months_after

MOST = 60
MOST_CONSULTANTS = 200
MOST_A_DAY = 2_000
FAR = date.max


def supports_of(person: Person) -> list[CourtSupport]:
    """Somebody's matters and those of whom they go with: the next day first, then by letter."""
    day = today()
    ahead = case((CourtSupport.deadline_on >= day, CourtSupport.deadline_on), else_=FAR)
    hearing = case((CourtSupport.hearing_on >= day, CourtSupport.hearing_on), else_=FAR)
    mine = or_(CourtSupport.practitioner_id == person.id, CourtSupport.consultant_id == person.id)
    found = (
        select(CourtSupport)
        .where(CourtSupport.organisation_id == person.organisation_id, mine)
        .order_by(
            case((ahead < hearing, ahead), else_=hearing), CourtSupport.letter, CourtSupport.id
        )
        .limit(MOST)
    )
    return list(db.session.scalars(found))


def ready_to_lead(person: Person) -> ReadyToLead | None:
    """That somebody was found ready to lead, if they were."""
    return db.session.scalar(select(ReadyToLead).where(ReadyToLead.person_id == person.id))


def consultants(organisation_id: UUID, *, but: UUID | None = None) -> list[Person]:
    """Who is a consultant social worker today, by name."""
    held = select(RoleHeld.person_id).where(
        RoleHeld.organisation_id == organisation_id,
        RoleHeld.role == "consultant",
        RoleHeld.covering(today()),
    )
    people = select(Person).where(Person.id.in_(held), Person.working_here(today()))
    if but is not None:
        people = people.where(Person.id != but)
    in_order = people.order_by(Person.sort_key, Person.id).limit(MOST_CONSULTANTS)
    return list(db.session.scalars(in_order))


def letters_of(person_id: UUID) -> frozenset[str]:
    """The letters that somebody's matters have."""
    taken = select(CourtSupport.letter).where(CourtSupport.practitioner_id == person_id)
    return frozenset(db.session.scalars(taken.order_by(CourtSupport.letter).limit(MOST)))


def points_of(support: CourtSupport) -> dict[str, CourtPoint]:
    """The points of the checklist that anybody has said something of, by key."""
    said = select(CourtPoint).where(CourtPoint.support_id == support.id).order_by(CourtPoint.key)
    return {each.key: each for each in db.session.scalars(said.limit(MOST))}


def with_days_ahead(organisation_id: UUID, last: timedelta) -> list[CourtSupport]:
    """The matters with a deadline or a hearing between tomorrow and so long from today."""
    day, until = today(), today() + last
    soon = [
        column.between(day + timedelta(days=1), until)
        for column in (CourtSupport.deadline_on, CourtSupport.hearing_on)
    ]
    found = select(CourtSupport).where(
        CourtSupport.organisation_id == organisation_id,
        CourtSupport.accepted_on.is_not(None),
        or_(*soon),
    )
    return list(db.session.scalars(found.order_by(CourtSupport.id).limit(MOST_A_DAY)))


def past_their_time(organisation_id: UUID) -> list[CourtSupport]:
    """The matters of which nothing is kept any more: three months after the debrief."""
    last = months_after(today(), -KEPT_MONTHS)
    over = func.coalesce(CourtSupport.debriefed_on, FAR) <= last
    found = select(CourtSupport).where(CourtSupport.organisation_id == organisation_id, over)
    matters = db.session.scalars(found.order_by(CourtSupport.id).limit(MOST_A_DAY))
    return [each for each in matters if each.deleted_on and each.deleted_on < today()]
