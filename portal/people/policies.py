"""Who may look somebody up, see their employment, bring a staff list in, and give roles."""

from typing import Protocol

from portal.clock import today
from portal.people.models import ROLES, Person, Post, RoleHeld
from portal.people.uploads import StaffListUpload

KEEPERS = ("hr", "admin")
NOT_HR_TO_GIVE = ("admin", "hr")
COORDINATOR_MAY_GIVE = ("assessor", "coach", "panel")


class Employed(Protocol):
    """A person with the posts they hold or held."""

    @property
    def person(self) -> Person: ...
    @property
    def posts(self) -> list[Post]: ...


def see_directory(person: Person) -> bool:
    """Everybody in the organisation may look a colleague up."""
    return True


def see_person(person: Person, other: Person) -> bool:
    """Everybody may see a colleague's name, work, team, base and e-mail address."""
    return person.organisation_id == other.organisation_id


def see_employment(person: Person, page: Employed) -> bool:
    """The person themself, their manager of today, HR and administrators see employment details."""
    own = person.id == page.person.id
    manages = any(post.manager_id == person.id and post.covers(today()) for post in page.posts)
    return own or manages or person.has_role(*KEEPERS)


def edit_person(person: Person, other: Person) -> bool:
    """HR and administrators may correct what the directory says about somebody."""
    return person.has_role(*KEEPERS)


def import_staff_list(person: Person) -> bool:
    """HR and administrators may bring a staff list in."""
    return person.has_role(*KEEPERS)


def continue_import(person: Person, upload: StaffListUpload) -> bool:
    """Whoever chose the file goes on with it, as long as they may bring a staff list in."""
    return import_staff_list(person) and upload.uploaded_by_id == person.id


def switch_areas(person: Person) -> bool:
    """Administrators switch the areas of their organisation on and off."""
    return person.has_role("admin")


def change_roles(person: Person, other: Person) -> bool:
    """Administrators, HR and coordinators may change the roles of others, never their own."""
    return bool(roles_to_give(person, other))


def end_role(person: Person, held: RoleHeld) -> bool:
    """Whoever may give this role to this person may end it."""
    return held.person_id != person.id and held.role in _may_give(person)


def roles_to_give(person: Person, other: Person) -> tuple[str, ...]:
    """The roles that one person may give another, in the usual order.

    An administrator any role; HR all but administrator and HR; a coordinator assessor, coach and
    panel; nobody anything to themself.
    """
    return () if person.id == other.id else _may_give(person)


def _may_give(person: Person) -> tuple[str, ...]:
    if person.has_role("admin"):
        return ROLES
    if person.has_role("hr"):
        return tuple(role for role in ROLES if role not in NOT_HR_TO_GIVE)
    if person.has_role("coordinator"):
        return COORDINATOR_MAY_GIVE
    return ()
