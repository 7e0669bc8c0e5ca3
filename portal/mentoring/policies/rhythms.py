"""Who may see how the scheme stands, agree its rhythm, and see hours by kind of help."""

from portal.people.models import Person


def see_scheme(person: Person) -> bool:
    """The coordinator: how many meet as agreed and who has gone quiet, never a note or a topic."""
    return person.has_role("coordinator")


def agree_rhythm(person: Person) -> bool:
    """The coordinator agrees how often pairs mean to meet, and after how long they hear."""
    return person.has_role("coordinator")


def see_my_hours(person: Person) -> bool:
    """Coaches and mentors: their own hours, by kind of help. Nobody else's."""
    return person.has_role("coach", "mentor")
