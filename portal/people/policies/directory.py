"""Who may look somebody up, and who may correct what is said about them."""

from typing import Protocol

from portal.people.models import Person, Post

KEEPERS = ("hr", "admin")


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
    """Everybody may see a colleague's work, base, days, strengths, cover, and how to reach them."""
    return person.organisation_id == other.organisation_id


def see_employment(person: Person, page: Employed) -> bool:
    """The person, HR, administrators, and their manager or who covers for the manager, see it."""
    own = person.id == page.person.id
    return own or person.has_role(*KEEPERS) or person.manages(page.posts)


def edit_person(person: Person, other: Person) -> bool:
    """HR and administrators may correct what the directory says about somebody."""
    return person.has_role(*KEEPERS)
