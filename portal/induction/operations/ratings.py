"""Finishing one's own view: the self-assessment of the year counts as written with it."""

from portal.clock import today
from portal.induction import queries
from portal.induction.models import Induction, InductionItem
from portal.induction.operations.items import record_item_held
from portal.people.models import Person
from portal.standards import operations
from portal.standards.comparing import OWN, POINTS
from portal.standards.models import RatingSet

KIND = "self_assessment"


def finish_rating(by: Person, induction: Induction, answers: operations.Answers) -> None:
    """Finish a view; the person's own makes the self-assessment of that point a written one.

    Raises NotFinishedError with the standards that it says nothing of.
    """
    rating = operations.finish_rating(by, answers)
    item = _item(induction, rating) if rating.view == OWN else None
    if item is not None and item.held_on is None and induction.started_on <= today():
        record_item_held(by, item, today())


def share_rating(by: Person, induction: Induction, rating: RatingSet) -> None:
    """Let assessor and manager read one's own view; both are told."""
    link = f"/inductions/{induction.id}/ratings"
    readers = [induction.assessor, _manager(induction)]
    operations.share_rating(by, rating, {reader: link for reader in readers if reader})


def _item(induction: Induction, rating: RatingSet) -> InductionItem | None:
    """The self-assessment of that point: the first, the second or the third of the year."""
    items = [item for item in queries.items_of(induction) if item.kind == KIND]
    number = POINTS.index(rating.point)
    return items[number] if number < len(items) else None


def _manager(induction: Induction) -> Person | None:
    post = induction.post
    return queries.person_called(post.manager_id) if post else None
