"""Working out what a staff list would do: the long reading that needs no pen."""

from collections.abc import Callable, Iterable, Sequence

from portal.audit import queries as trail
from portal.clock import today
from portal.people.models import Organisation, Person
from portal.people.queries.administrators import lasting_administrators
from portal.people.queries.held import held
from portal.people.staff_list.columns import Mapping
from portal.people.staff_list.comparison import compare
from portal.people.staff_list.held import Held
from portal.people.staff_list.plan import REFUSED, Plan
from portal.people.staff_list.reading import Line, Table
from portal.people.staff_list.terms import Terms
from portal.people.staff_list.writes import pack, writes_of
from portal.people.uploads import Outcome, Told

Counted = Callable[[Sequence[Line]], Iterable[Line]]


def outcome_of(
    organisation: Organisation,
    by: Person | None,
    table: Table,
    mapping: Mapping,
    told: Told,
    *,
    counted: Counted = iter,
) -> Outcome:
    """What bringing this list in would do, as it can be kept until somebody decides.

    The audit trail is read first: whatever is written after that is seen when the list is
    brought in.
    """
    last = trail.head(organisation.id)
    known = held(organisation.id)
    terms = _terms(organisation, by, told, known)
    plan = compare(table, mapping, known, today(), terms=terms, counted=counted)
    return Outcome(
        entries=plan.entries,
        cells=_cells(plan, table),
        counts=plan.counts() | {"working_here": plan.working_here},
        packed=pack(writes_of(plan, known, organisation.id)),
        after=last.number if last else 0,
        many_left=plan.leavers_share if plan.has_many_leavers else 0.0,
    )


def _terms(organisation: Organisation, by: Person | None, told: Told, known: Held) -> Terms:
    """What was said of the list, and whom no list may end: whoever brings it in, and in a demo
    everybody, who would otherwise be gone for the next visitor.
    """
    keys = {person.id: key for key, person in known.people.items()}
    kept = set(keys.values()) if organisation.is_demo else {keys[by.id]} if by else set()
    administrators = lasting_administrators(organisation.id)
    return Terms(
        as_at=told.as_at,
        is_everyone=told.is_everyone,
        is_correction=told.is_correction,
        portal_owns=frozenset(organisation.portal_owns),
        never_leave=frozenset(kept),
        administrators=frozenset(keys[person_id] for person_id in administrators),
    )


def _cells(plan: Plan, table: Table) -> dict[int, Sequence[str]]:
    """The cells of the refused rows, as the file had them."""
    refused = {entry.number for entry in plan.entries if entry.kind == REFUSED}
    return {line.number: line.cells for line in table.lines if line.number in refused}
