"""One person's page: what the areas know about them, as far as the reader may see it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from portal.home.queries import pairs as pairings
from portal.induction import policies as induction
from portal.induction.calendar import Week
from portal.induction.models import Induction
from portal.induction.queries import own_induction
from portal.matching.queries import asked_for
from portal.mentoring import policies as mentoring
from portal.mentoring.models import Pairing
from portal.people.models import DaysAway, Person
from portal.people.newly_qualified import is_newly_qualified
from portal.people.policies import see_employment
from portal.people.policies.days_away import see_days_away
from portal.people.queries import PersonPage, person_page


@dataclass(frozen=True)
class Paired:
    """A pairing on the page of one of its two: what it is to them, and when they last met."""

    pairing: Pairing
    person: Person
    last_on: date | None

    @property
    def title(self) -> str:
        """The pairing in words."""
        other = self.pairing.other_than(self.person).name
        supports = self.pairing.coach_id == self.person.id
        return f"{'Supports' if supports else 'Supported by'} {other}, {self.pairing.kind}"


@dataclass(frozen=True)
class About:
    """A person's page: `year`, `pairs` and `away` are what the reader may see, `mine` their own.

    `calendar` is the year whose calendar they may see; HR sees of a year that alone.
    `enrols` says whether the reader may enrol this person, who has no induction year yet.
    """

    page: PersonPage
    employment: bool
    year: Induction | None
    calendar: Induction | None
    week: Week | None
    pairs: list[Paired]
    mine: UUID | None
    enrols: bool
    away: DaysAway | None
    offers: list[str]
    """What they let their page say that they can be asked for."""

    @property
    def person(self) -> Person:
        """Whom the page is about."""
        return self.page.person

    @property
    def lead(self) -> str:
        """Who the person is here, in a sentence."""
        if not self.page.current:
            return "No post today."
        post = self.page.current[0]
        based = f", based at {self.person.base}" if self.person.base else ""
        return f"{post.job_title}, {post.unit.name}{based}."


def about(reader: Person, person: Person, today: date) -> About:
    """What this reader may see about this person."""
    page = person_page(person.id)
    found = own_induction(person) if reader.organisation.has_area("induction") else None
    year = found if found and induction.see_induction(reader, found) else None
    pairs = _pairs(reader, person, today) if reader.organisation.has_area("mentoring") else []
    return About(
        page=page,
        employment=see_employment(reader, page),
        year=year,
        calendar=found if found and induction.calendar(reader, found) else None,
        week=year.week_of(today) if year else None,
        pairs=pairs,
        mine=next(
            (p.pairing.id for p in pairs if mentoring.record_session(reader, p.pairing)), None
        ),
        offers=asked_for(person.id, today) if reader.organisation.has_area("matching") else [],
        away=page.away if _sees_away(reader, person, year, pairs) else None,
        enrols=year is None
        and induction.enrol(reader)
        and is_newly_qualified(page.person, page.posts, today),
    )


def _pairs(reader: Person, person: Person, today: date) -> list[Paired]:
    return [
        Paired(pairing, person, last_on)
        for pairing, last_on in pairings.pairs_of(person, today)
        if mentoring.see_pairing(reader, pairing)
    ]


def _sees_away(reader: Person, person: Person, year: Induction | None, pairs: list[Paired]) -> bool:
    """Whether the reader sees days away: also who coaches or assesses the person does."""
    accompany = [each.pairing.coach_id for each in pairs if each.pairing.supported_id == person.id]
    accompany += [year.todays_assessor_id] if year and year.todays_assessor_id else []
    return reader.id in accompany or see_days_away(reader, person)
