"""What people offer and look for: one's own, and everybody's for the coordinator."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, exists, func, or_, select
from sqlalchemy.orm import aliased, contains_eager, joinedload

from portal.database import db
from portal.matching.models import RuledOut, SupportNeed, SupportOffer
from portal.mentoring.models import Pairing, PairProposal
from portal.people.models import Person, RoleHeld
from portal.people.queries import named
from portal.web.lists import Page, page_of, pages_of

MOST_RULED_OUT = 50
MOST_FOUND = 12
SUPPORTING = ("coach", "mentor")


def offer_of(person: Person) -> SupportOffer | None:
    """What this person offers, once they have said it."""
    return db.session.scalar(select(SupportOffer).where(SupportOffer.person_id == person.id))


def asked_for(person_id: UUID, today: date) -> list[str]:
    """What somebody can be asked for, where they let their page in the directory say so."""
    found = select(SupportOffer.kinds).where(
        SupportOffer.person_id == person_id,
        SupportOffer.in_directory.is_(True),
        SupportOffer.people > 0,
        or_(SupportOffer.paused_until.is_(None), SupportOffer.paused_until < today),
    )
    return db.session.scalar(found) or []


def need_of(person: Person) -> SupportNeed | None:
    """What this person looks for, once they have said it."""
    return db.session.scalar(select(SupportNeed).where(SupportNeed.person_id == person.id))


def ruled_out_by(person: Person, other: Person) -> RuledOut | None:
    """Whether this person ruled the other out: the row that says so."""
    found = select(RuledOut).where(RuledOut.person_id == person.id, RuledOut.other_id == other.id)
    return db.session.scalar(found)


def all_ruled_out(person: Person) -> Sequence[RuledOut]:
    """With whom this person should not be paired, by name."""
    found = (
        select(RuledOut)
        .join(Person, Person.id == RuledOut.other_id)
        .where(RuledOut.person_id == person.id)
        .options(contains_eager(RuledOut.other))
        .order_by(Person.sort_key, Person.id)
        .limit(MOST_RULED_OUT)
    )
    return db.session.scalars(found).all()


def people_to_rule_out(person: Person, typed: str, today: date) -> Sequence[Person]:
    """The colleagues found by the beginnings of their names; nobody where nothing is typed."""
    asked = named(person.organisation_id, typed)
    if not asked:
        return ()
    found = select(Person).where(
        Person.organisation_id == person.organisation_id,
        Person.working_here(today),
        Person.id != person.id,
    )
    for found_by_word in asked:
        found = found.where(Person.id.in_(found_by_word))
    return db.session.scalars(found.order_by(Person.sort_key, Person.id).limit(MOST_FOUND)).all()


def load(today: date) -> tuple[Any, Any]:
    """How many people the one at hand supports, and how many more they are proposed to support."""
    paired = (
        select(func.count(Pairing.id))
        .where(Pairing.coach_id == Person.id)
        .where(or_(Pairing.ended_on.is_(None), Pairing.ended_on >= today))
        .correlate(Person)
        .scalar_subquery()
    )
    asked = (
        select(func.count(PairProposal.id))
        .where(PairProposal.coach_id == Person.id, PairProposal.outcome.is_(None))
        .where(PairProposal.lapses_on >= today)
        .correlate(Person)
        .scalar_subquery()
    )
    return paired, asked


def offering(organisation_id: UUID, today: date) -> Select[Any]:
    """Everybody who is coach or mentor here today and said what they offer, with their load."""
    holds = exists().where(
        RoleHeld.person_id == Person.id,
        RoleHeld.role.in_(SUPPORTING),
        RoleHeld.covering(today),
    )
    return (
        select(SupportOffer, *load(today))
        .join(Person, Person.id == SupportOffer.person_id)
        .where(SupportOffer.organisation_id == organisation_id, Person.working_here(today), holds)
        .options(contains_eager(SupportOffer.person))
    )


def looking(organisation_id: UUID, today: date) -> Select[Any]:
    """Everybody who works here today and said what they look for."""
    return (
        select(SupportNeed)
        .join(Person, Person.id == SupportNeed.person_id)
        .where(SupportNeed.organisation_id == organisation_id, Person.working_here(today))
        .options(contains_eager(SupportNeed.person))
    )


def offers_page(person: Person, today: date, after: str | None) -> Page:
    """A page of what people offer, by name, with how many they support and are asked to."""
    listed = offering(person.organisation_id, today)
    return page_of(listed, keys=[Person.sort_key, SupportOffer.id], after=after)


def every_offer(person: Person, today: date) -> Iterator[Any]:
    """All that `offers_page` shows a page of, for a file."""
    listed = offering(person.organisation_id, today)
    for page in pages_of(listed, keys=[Person.sort_key, SupportOffer.id]):
        yield from page.rows


def needs_page(person: Person, today: date, after: str | None) -> Page:
    """A page of what people look for, by name: the need and the kinds they have already."""
    return page_of(_needs(person, today), keys=[Person.sort_key, SupportNeed.id], after=after)


def every_need(person: Person, today: date) -> Iterator[Any]:
    """All that `needs_page` shows a page of, for a file."""
    for page in pages_of(_needs(person, today), keys=[Person.sort_key, SupportNeed.id]):
        yield from page.rows


def _needs(person: Person, today: date) -> Select[Any]:
    return looking(person.organisation_id, today).add_columns(
        is_supported("coaching", today), is_supported("mentoring", today)
    )


def need_and_support(person: Person, kind: str, today: date) -> tuple[SupportNeed | None, bool]:
    """What this person looks for, and whether they have somebody for it or are asked about one."""
    own: Any = (
        select(SupportNeed, is_supported(kind, today))
        .select_from(Person)
        .outerjoin(SupportNeed, SupportNeed.person_id == Person.id)
        .options(joinedload(SupportNeed.person, innerjoin=False))
        .where(Person.id == person.id)
    )
    need, has_somebody = db.session.execute(own).one()
    return need, bool(has_somebody)


def is_supported(kind: str, today: date) -> Any:
    """Whether the person at hand has a pairing of this kind, or is asked about one."""
    pairing, proposal = aliased(Pairing), aliased(PairProposal)
    return or_(
        exists().where(
            pairing.supported_id == Person.id,
            pairing.kind == kind,
            or_(pairing.ended_on.is_(None), pairing.ended_on >= today),
        ),
        exists().where(
            proposal.supported_id == Person.id,
            proposal.kind == kind,
            proposal.outcome.is_(None),
            proposal.lapses_on >= today,
        ),
    )
