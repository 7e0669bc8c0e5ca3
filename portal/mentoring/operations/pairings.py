"""Two people are paired: who may not be is refused, and both are told."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.mentoring import eligibility, queries, when
from portal.mentoring import notices as sentences
from portal.mentoring.models import Pairing
from portal.people.models import Person
from portal.people.queries import managers_of

Two = tuple[Person, Person]
"""The coach or mentor, and whom they support."""
Assessors = Mapping[UUID, Collection[UUID]]
"""Who assesses each person, by id: handed in from above, where the years of induction are known."""
NOBODY: Assessors = {}


def pair(by: Person, coach: Person, supported: Person, *, kind: str, started_on: date) -> Pairing:
    """Pair a coach or mentor with one person, from a first day, and tell both."""
    return pair_each(by, coach, [supported], kind=kind, started_on=started_on)[0]


def pair_each(
    by: Person,
    coach: Person,
    people: Sequence[Person],
    *,
    kind: str,
    started_on: date,
    assessors: Assessors = NOBODY,
) -> list[Pairing]:
    """Pair a coach or mentor with each of these people, or with none of them.

    For those who have agreed elsewhere; who is still to be asked is proposed (`propose_each`).
    Raises NotEligibleError with the sentences of everybody who cannot be paired.
    """
    pairs = [(coach, person) for person in people]
    refuse(objections(pairs, kind=kind, started_on=started_on, assessors=assessors))
    made = [pairing_of(by, two, kind, started_on) for two in pairs]
    db.session.add_all(made)
    db.session.flush()
    audit.record_many(by, "mentoring.paired", [(each, who(each)) for each in made])
    for each in made:
        for reader in (each.coach, each.supported):
            if reader.id != by.id:
                tell(reader, sentences.paired(by, each, reader), each)
    return made


def begin(by: Person, two: Two, *, kind: str, started_on: date) -> Pairing:
    """Begin the pairing of two who were proposed by somebody, and tell both of its first day."""
    made = pairing_of(by, two, kind, started_on)
    db.session.add(made)
    db.session.flush()
    for reader in two:
        tell(reader, sentences.begun(made, reader), made)
    return made


def objections(
    pairs: Sequence[Two], *, kind: str, started_on: date, assessors: Assessors = NOBODY
) -> list[str]:
    """Why these pairs cannot be, a sentence for each that cannot; empty where all can."""
    starting = [(two, started_on) for two in pairs]
    return [said for said in objection_to_each(starting, kind=kind, assessors=assessors) if said]


def objection_to_each(
    starting: Sequence[tuple[Two, date]], *, kind: str, assessors: Assessors = NOBODY
) -> list[str | None]:
    """What stands against each of these pairs from its first day, in their order."""
    pairs = [two for two, _ in starting]
    coaches, supported = {c.id for c, _ in pairs}, {s.id for _, s in pairs}
    managers = managers_of(supported, max([today(), *(first for _, first in starting)]))
    approved = _approved(pairs, kind, managers, assessors)
    already: dict[tuple[UUID, UUID], list[when.Span]] = defaultdict(list)
    for earlier in queries.pairings_among(coaches, supported, kind):
        already[earlier.coach_id, earlier.supported_id].append(earlier.span)
    return [
        eligibility.objection(
            somebody(coach), somebody(person), kind=kind, span=when.Span(first),
            managers=managers[person.id], already=already[coach.id, person.id],
            assessors=assessors.get(person.id, ()), approved=approved[coach.id, person.id],
        )
        for (coach, person), first in starting
    ]  # fmt: skip


def _approved(
    pairs: Sequence[Two], kind: str, managers: Assessors, assessors: Assessors
) -> dict[tuple[UUID, UUID], set[str]]:
    """What was approved between those who manage or assess: asked only where somebody does."""
    found: dict[tuple[UUID, UUID], set[str]] = defaultdict(set)
    between = [
        (coach.id, person.id)
        for coach, person in pairs
        if eligibility.conflict_of(
            somebody(coach), kind=kind, managers=managers.get(person.id, ()),
            assessors=assessors.get(person.id, ()),
        )
    ]  # fmt: skip
    if between:
        for coach_id, person_id, conflict in queries.approved_among(
            {coach_id for coach_id, _ in between}, {person_id for _, person_id in between}
        ):
            found[coach_id, person_id].add(conflict)
    return found


def refuse(objections: Iterable[str]) -> None:
    """Refuse where something stands against it. Raises NotEligibleError with the sentences."""
    said = list(objections)
    if said:
        raise eligibility.NotEligibleError(*said)


def somebody(person: Person) -> eligibility.Somebody:
    """A person as a plain value for the rules."""
    return eligibility.Somebody(person.id, person.name)


def tell(reader: Person, sentence: str, pairing: Pairing) -> None:
    """Tell somebody of a pairing, with the way to its page."""
    notices.tell(reader, sentence, link=f"/pairings/{pairing.id}", about=pairing)


def who(pairing: Pairing) -> dict[str, Any]:
    """The facts of a pairing, for the trail."""
    return {
        "coach_id": str(pairing.coach_id),
        "supported_id": str(pairing.supported_id),
        "kind": pairing.kind,
        "started_on": pairing.started_on.isoformat(),
    }


def pairing_of(by: Person, two: Two, kind: str, started_on: date) -> Pairing:
    """A pairing of these two that is not kept yet."""
    coach, supported = two
    return Pairing(
        organisation_id=by.organisation_id, coach_id=coach.id, coach=coach,
        supported_id=supported.id, supported=supported, kind=kind, started_on=started_on,
        started_by_id=by.id,
    )  # fmt: skip
