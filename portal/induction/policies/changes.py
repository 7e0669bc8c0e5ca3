"""Who may see the calendar of a year, change it, and say that the year is over."""

from portal.clock import today
from portal.induction.changing import KINDS
from portal.induction.models import Induction, InductionChange
from portal.induction.parts import parts_of
from portal.induction.policies.years import accompanies, see_induction
from portal.people.models import Person


def calendar(person: Person, induction: Induction) -> bool:
    """The person, the coordinator and HR; assessor, manager and their cover while the year lasts.

    Of what is due in the year HR sees nothing here, only pauses, the last day and probation.
    """
    return see_induction(person, induction) or _is_hr(person, induction)


def calendar_file(person: Person, induction: Induction) -> bool:
    """The person and the coordinator; assessor, manager and their cover while the year lasts."""
    return see_induction(person, induction)


def see_hours_of_post(person: Person, induction: Induction) -> bool:
    """The person, their manager and the coordinator see where the post has other hours."""
    is_theirs = induction.person_id == person.id or induction.is_managed_by(person)
    return is_theirs or _runs(person, induction)


def propose_change(person: Person, induction: Induction) -> bool:
    """While the year lasts: the person, their assessor, their manager and the coordinator."""
    if person.organisation_id != induction.organisation_id or induction.ended_on is not None:
        return False
    return bool(parts_of(person, induction))


def see_change(person: Person, change: InductionChange) -> bool:
    """The person, the coordinator, HR; assessor, manager and their cover while the year lasts."""
    return calendar(person, change.induction)


def agree_to_change(person: Person, change: InductionChange) -> bool:
    """While it waits: each of the four who has not agreed yet."""
    if not change.is_waiting or not see_induction(person, change.induction):
        return False
    agreed = {each.part for each in change.agreements}
    return bool(set(parts_of(person, change.induction)) - agreed)


def write_agreement_down(person: Person, change: InductionChange) -> bool:
    """While it waits: the coordinator, for somebody who agreed elsewhere."""
    return change.is_waiting and _runs(person, change.induction)


def withdraw_change(person: Person, change: InductionChange) -> bool:
    """The coordinator; while it waits also whoever proposed it. An ending only until its day."""
    induction = change.induction
    if change.withdrawn_at is not None or person.organisation_id != change.organisation_id:
        return False
    if change.is_waiting and change.proposed_by_id == person.id:
        return True
    if KINDS[change.kind].ends_year and change.is_in_force:
        return reopen_induction(person, induction)
    return _runs(person, induction) and induction.is_open


def name_return(person: Person, change: InductionChange) -> bool:
    """While a pause in force has no last day: each of the four."""
    return change.is_in_force and change.is_open_ended and propose_change(person, change.induction)


def see_changes(person: Person) -> bool:
    """The induction coordinator."""
    return person.has_role("coordinator")


def correct_first_day(person: Person, induction: Induction) -> bool:
    """The coordinator, for a year that has not ended."""
    return end_induction(person, induction)


def end_induction(person: Person, induction: Induction) -> bool:
    """The coordinator, for a year that has not ended."""
    return _runs(person, induction) and induction.ended_on is None


def reopen_induction(person: Person, induction: Induction) -> bool:
    """The coordinator, to the end of the last day, or of the day on which it was written down."""
    days = [day for day in (induction.ended_on, induction.end_noted_on) if day]
    return _runs(person, induction) and bool(days) and today() <= max(days)


def set_probation(person: Person, induction: Induction) -> bool:
    """While the year lasts: the manager, the coordinator and HR."""
    if not induction.is_open or induction.person_id == person.id:
        return False
    is_manager = induction.is_managed_by(person) and accompanies(person, induction)
    return is_manager or _runs(person, induction) or _is_hr(person, induction)


def note_earlier_items(person: Person, induction: Induction) -> bool:
    """For somebody taken on in mid-year: the person, their assessor and the coordinator."""
    if induction.taken_on_on is None or not induction.is_open:
        return False
    if person.organisation_id != induction.organisation_id:
        return False
    is_theirs = induction.person_id == person.id or induction.is_assessed_by(person)
    return is_theirs or _runs(person, induction)


def _runs(person: Person, induction: Induction) -> bool:
    same = person.organisation_id == induction.organisation_id
    return same and person.has_role("coordinator")


def _is_hr(person: Person, induction: Induction) -> bool:
    return person.organisation_id == induction.organisation_id and person.has_role("hr")
