"""Who may plan a coach's relief from casework, agree to it, and say whether it was given."""

from portal.mentoring.models import CoachRelief
from portal.people.models import Person


def see_reliefs(person: Person) -> bool:
    """Everybody who works here: their own and their people's relief; all for the coordinator."""
    return person.is_active


def see_relief(person: Person, relief: CoachRelief) -> bool:
    """The coach, who manages them or covers for that, and the coordinator."""
    return _concerns(person, relief) or person.has_role("coordinator")


def plan_relief(person: Person) -> bool:
    """Coaches and mentors, for themselves."""
    return person.has_role("coach", "mentor")


def agree_to_relief(person: Person, relief: CoachRelief) -> bool:
    """Who manages the coach or covers for that, while it has not ended; twice changes nothing."""
    is_open = relief.ended_on is None
    return is_open and person.id != relief.coach_id and _manages(person, relief)


def say_relief_month(person: Person, relief: CoachRelief) -> bool:
    """The coach and who manages them or covers for that, once it is agreed and has begun."""
    return relief.is_agreed and relief.has_begun and _concerns(person, relief)


def end_relief(person: Person, relief: CoachRelief) -> bool:
    """The coach and who manages them or covers for that, while nobody has ended it."""
    return relief.ended_on is None and _concerns(person, relief)


def _concerns(person: Person, relief: CoachRelief) -> bool:
    return person.id == relief.coach_id or _manages(person, relief)


def _manages(person: Person, relief: CoachRelief) -> bool:
    return person.manages(relief.posts)
