"""Who may see the lattice, a place on it, and who stands where.

The lattice is open to everybody who works here: nobody has to ask how people move. Who stands
where is for those who plan the workforce and those who answer for practice. It is made of posts
and dates, and never of what a person lacks.
"""

from portal.people.models import Person


def see_own_pathway(person: Person) -> bool:
    """Everybody who works here: the lattice, and their own place on it."""
    return person.is_active


def say_not_now(person: Person) -> bool:
    """Everybody who works here, of what their own pathway told them."""
    return person.is_active


def see_place(person: Person) -> bool:
    """Everybody who works here: what any role asks, and where it leads."""
    return person.is_active


def state_requirement(person: Person) -> bool:
    """Everybody who works here, about themself: what they say is theirs until they apply."""
    return person.is_active


def see_standing(person: Person) -> bool:
    """Human resources and the principal social worker: who stands where, from posts and dates."""
    return person.has_role("hr", "principal")


def see_equity(person: Person) -> bool:
    """Human resources and the principal social worker: outcomes by group, in tens and more."""
    return person.has_role("hr", "principal")


def work_out_equity(person: Person) -> bool:
    """Human resources and the principal social worker work out the figures of a year, once."""
    return see_equity(person)


def see_time_in_post(person: Person) -> bool:
    """Human resources: since when somebody has been in a post."""
    return person.has_role("hr")
