"""Who may see what only the demo has."""

from portal.people.models import Person


def see_outbox(person: Person) -> bool:
    """Everybody signed in to the demo: the mail of their own invented organisation."""
    return person.organisation.is_demo
