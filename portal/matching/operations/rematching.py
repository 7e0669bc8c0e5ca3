"""When a coach or mentor leaves: whom the people they support could be with, and asking them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from portal import audit
from portal.clock import today
from portal.matching import queries
from portal.matching.operations.finding import assessors_of
from portal.mentoring.models import PairProposal
from portal.mentoring.operations import propose_each
from portal.people.models import Person

Two = tuple[Person, Person]


@dataclass(frozen=True)
class Plan:
    """Who would be with whom: (coach or mentor, person); those who move, and from whom."""

    leaves: Person
    kind: str
    found: tuple[Two, ...]
    moved: tuple[tuple[Person, Person, Person], ...]
    waiting: tuple[Person, ...]
    stayed: int

    @property
    def pairs(self) -> list[Two]:
        """All pairs that would be new."""
        return [*self.found, *((coach, person) for coach, person, _ in self.moved)]


def plan_rematch(leaves: Person, kind: str) -> Plan:
    """The pairs that move as few as possible when somebody leaves; nothing is written."""
    from portal.matching.rules.rematch import rematch

    gathered, has = queries.supported_by(leaves.organisation_id, kind, leaves, today())
    after, people = rematch(gathered.cohort, has), gathered.people

    def two(person_id: UUID) -> Two:
        coach_id = after.pairs[person_id]
        return people[coach_id or person_id], people[person_id]

    return Plan(
        leaves=leaves,
        kind=kind,
        found=tuple(two(each) for each in after.found),
        moved=tuple((*two(each), people[has[each]]) for each in after.moved),
        waiting=tuple(people[each] for each in after.waiting if has[each] == leaves.id),
        stayed=len(after.stayed),
    )


def propose_rematch(by: Person, plan: Plan, *, started_on: date) -> Sequence[PairProposal]:
    """Propose the new pairs of a plan to both of each; what there is ends by other hands."""
    people = [person.id for _, person in plan.pairs]
    made = propose_each(
        by, plan.pairs, kind=plan.kind, started_on=started_on, assessors=assessors_of(people)
    )
    audit.record(by, "matching.rematch_proposed", plan.leaves, pairs=len(made), kind=plan.kind)
    return made
