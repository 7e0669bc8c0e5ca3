"""Who may open the pages of home."""

from portal.people.models import Person


def home(person: Person) -> bool:
    """Everybody who is signed in, their own home page."""
    return True
