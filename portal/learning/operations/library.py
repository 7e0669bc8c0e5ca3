"""Adding to what people learn from, changing it, taking it back; actions that follow a review."""

from collections.abc import Sequence
from datetime import date

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.learning.models import PracticeNote, PublishedReview, Resource, ReviewAction
from portal.learning.operations.briefings import ask_for_briefings
from portal.learning.queries import library as queries
from portal.people.folding import fold
from portal.people.models import Person
from portal.web import days


def keep_resource(
    by: Person,
    resource: Resource | None = None,
    *,
    title: str,
    about: str,
    address: str,
    tags: Sequence[str],
) -> Resource:
    """Add a resource, or let one say this from now on."""
    action = "learning.resource_changed" if resource else "learning.resource_added"
    if resource is None:
        resource = Resource(organisation_id=by.organisation_id, added_by_id=by.id, added_by=by)
        db.session.add(resource)
    resource.title, resource.about, resource.address = title, about, address
    resource.tags = ", ".join(tags)
    resource.found_by = f"{fold(' '.join((title, about, *tags)))} #{'#'.join(map(fold, tags))}#"
    db.session.flush()
    audit.record(by, action, resource, tags=len(tags))
    return resource


def withdraw(by: Person, row: Resource | PracticeNote) -> None:
    """Take a resource or a note back: nobody finds it any more."""
    row.withdrawn_on = today()
    db.session.flush()
    audit.record(by, f"learning.{row.__tablename__}_withdrawn", row)


def keep_practice_note(
    by: Person, note: PracticeNote | None = None, *, title: str, words: str
) -> PracticeNote:
    """Share a note of good practice with all teams, or let one say this from now on."""
    action = "learning.practice_changed" if note else "learning.practice_shared"
    if note is None:
        note = PracticeNote(
            organisation_id=by.organisation_id, written_by_id=by.id, written_by=by,
            team=queries.team_of(by, today()),
        )  # fmt: skip
        db.session.add(note)
    note.title, note.words = title, words
    db.session.flush()
    audit.record(by, action, note)
    return note


def keep_review(
    by: Person,
    review: PublishedReview | None = None,
    *,
    title: str,
    published_by: str,
    published_on: date,
    address: str,
    summary: str,
    means_here: str,
    briefing: str,
) -> PublishedReview:
    """Write what a published review teaches, or let it say this from now on.

    Once there is a briefing, whoever manages in a team is asked to talk about it there.
    """
    action = "learning.review_changed" if review else "learning.review_written"
    if review is None:
        review = PublishedReview(organisation_id=by.organisation_id, written_by_id=by.id)
        db.session.add(review)
    asks_anew = bool(briefing) and not review.briefing
    review.title, review.published_by, review.published_on = title, published_by, published_on
    review.address, review.summary = address, summary
    review.means_here, review.briefing = means_here, briefing
    db.session.flush()
    audit.record(by, action, review)
    if asks_anew:
        ask_for_briefings(by, review)
    return review


def add_review_action(
    by: Person, review: PublishedReview, *, words: str, owner: Person, due_on: date
) -> ReviewAction:
    """Say what is done here because of a review, whose it is, and by when; they are told."""
    action = ReviewAction(
        organisation_id=review.organisation_id, review_id=review.id, review=review, words=words,
        owner_id=owner.id, owner=owner, due_on=due_on,
    )  # fmt: skip
    db.session.add(action)
    db.session.flush()
    facts = {"owner_id": str(owner.id), "due_on": due_on.isoformat()}
    audit.record(by, "learning.action_added", action, **facts)
    if owner.id != by.id:
        said = f"An action from “{review.title}” is yours, by {days.in_words(due_on)}."
        notices.tell(owner, said, link=f"/learning-from-reviews/{review.id}", about=action)
    return action


def settle_review_action(by: Person, action: ReviewAction, *, is_done: bool) -> None:
    """Tick an action that is done, or open it again."""
    if bool(action.done_on) == is_done:
        return
    action.done_on = today() if is_done else None
    db.session.flush()
    audit.record(by, "learning.action_settled", action, is_done=is_done)
