"""Who sees the courses, and who keeps them."""

from portal.people.models import Person

KEEPERS = ("coordinator", "hr", "principal")


def see_courses(person: Person) -> bool:
    """Everybody who works here: which courses there are, and when."""
    return person.is_active


def change_course(person: Person) -> bool:
    """The coordinator, human resources and the principal social worker add and change courses."""
    return person.has_role(*KEEPERS)
