"""Who may give which role to whom."""

from portal.people.models import ROLES, Person, RoleHeld

NOT_HR_TO_GIVE = ("admin", "hr")
COORDINATOR_MAY_GIVE = ("assessor", "coach", "panel")


def change_roles(person: Person, other: Person) -> bool:
    """Administrators, HR and coordinators may change the roles of others, never their own."""
    return bool(roles_to_give(person, other))


def end_role(person: Person, held: RoleHeld) -> bool:
    """Whoever may give this role to this person may end it."""
    return held.person_id != person.id and held.role in may_give(person)


def change_role_end(person: Person, held: RoleHeld) -> bool:
    """Whoever may give this role to this person may change its last day, until it has ended."""
    return end_role(person, held)


def see_holders(person: Person) -> bool:
    """Administrators, HR and coordinators see who holds a role, and give those that are theirs."""
    return bool(may_give(person))


def roles_to_give(person: Person, other: Person) -> tuple[str, ...]:
    """The roles that one person may give another, in the usual order.

    An administrator any role; HR all but administrator and HR; a coordinator assessor, coach and
    panel; nobody anything to themself.
    """
    return () if person.id == other.id else may_give(person)


def may_give(person: Person) -> tuple[str, ...]:
    """The roles that a person may give to somebody else."""
    if person.has_role("admin"):
        return ROLES
    if person.has_role("hr"):
        return tuple(role for role in ROLES if role not in NOT_HR_TO_GIVE)
    if person.has_role("coordinator"):
        return COORDINATOR_MAY_GIVE
    return ()
