"""Who may see who could apply to which panel, as far as dates go.

It is made of posts, the register and the first year, and never of evidence, of what somebody says
of themself or of their pairs.
"""

from portal.people.models import Person


def see_eligibility(person: Person) -> bool:
    """Human resources; a manager of their own people; the coordinator sees numbers alone."""
    return person.has_role("hr", "coordinator", "manager", "consultant")


def sees_all_numbers(person: Person) -> bool:
    """Human resources and the coordinator: numbers of everybody, and not of their own people."""
    return person.has_role("hr", "coordinator")


def sees_who_could_apply(person: Person) -> bool:
    """Human resources by name; whoever sees numbers of their own people alone, those too."""
    return person.has_role("hr") or not sees_all_numbers(person)
