"""Who reads what there is to learn from, and who writes it: it is open, and names nobody."""

from portal.learning.models import PracticeNote, PublishedReview, Resource, ReviewAction
from portal.learning.policies.courses import KEEPERS
from portal.people.models import Person


def see_library(person: Person) -> bool:
    """Everybody who works here: resources, learning from reviews, notes of good practice."""
    return person.is_active


def add_resource(person: Person) -> bool:
    """Everybody who works here adds resources."""
    return person.is_active


def change_resource(person: Person, resource: Resource) -> bool:
    """Whoever added it, and who keeps courses."""
    return resource.withdrawn_on is None and _keeps(person, resource.added_by_id)


def share_practice(person: Person) -> bool:
    """Everybody who works here writes notes of good practice."""
    return person.is_active


def change_practice_note(person: Person, note: PracticeNote) -> bool:
    """Whoever wrote it, and who keeps courses, while it is shared."""
    return note.withdrawn_on is None and _keeps(person, note.written_by_id)


def write_review(person: Person) -> bool:
    """The coordinator, human resources and the principal social worker write what is learned."""
    return person.has_role(*KEEPERS)


def see_review(person: Person, review: PublishedReview) -> bool:
    """Everybody who works here."""
    return person.is_active


def change_review(person: Person, review: PublishedReview) -> bool:
    """The coordinator, human resources and the principal social worker change it, add actions."""
    return person.has_role(*KEEPERS)


def see_briefings(person: Person, review: PublishedReview) -> bool:
    """The coordinator, human resources and the principal social worker see all teams."""
    return person.has_role(*KEEPERS)


def say_briefed(person: Person, review: PublishedReview) -> bool:
    """Everybody who works here, of the teams in which they work or manage."""
    return person.is_active


def settle_review_action(person: Person, action: ReviewAction) -> bool:
    """Whose it is, and who writes what is learned from reviews."""
    return _keeps(person, action.owner_id)


def _keeps(person: Person, owner_id: object) -> bool:
    return person.id == owner_id or person.has_role(*KEEPERS)
