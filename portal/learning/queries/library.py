"""What there is to learn from: resources found by words and tags, notes, reviews and actions."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select

from portal.database import db
from portal.learning.models import PracticeNote, PublishedReview, Resource, ReviewAction
from portal.people.folding import fold
from portal.people.models import Person, Post, Unit
from portal.web.lists import CHUNK, SIZE, Page, each_page, page_of

MOST_WORDS = 6
MOST_ACTIONS = 100
MOST_TAGS = 15
LATELY = 300


def resources_page(of: UUID, q: str, tag: str, after: str | None, size: int = SIZE) -> Page:
    """A page of resources, the last added first, found by words and a tag."""
    keys = [Resource.added_at, Resource.id]
    return page_of(_resources(of, q, tag), keys=keys, after=after, size=size, descending=True)


def every_resource(of: UUID, q: str, tag: str) -> Iterator[Resource]:
    """All resources that are found, for a file."""
    for page in each_page(lambda after: resources_page(of, q, tag, after, CHUNK)):
        yield from page.rows


def tags_used(of: UUID) -> list[str]:
    """The tags that stand at most of the last three hundred resources, by name."""
    lately = (
        select(Resource.tags)
        .where(Resource.organisation_id == of, Resource.withdrawn_on.is_(None))
        .order_by(Resource.added_at.desc(), Resource.id)
        .limit(LATELY)
    )
    used = Counter(tag for tags in db.session.scalars(lately) for tag in tags.split(", ") if tag)
    return sorted(tag for tag, _ in used.most_common(MOST_TAGS))


def practice_page(of: UUID, after: str | None, size: int = SIZE) -> Page:
    """A page of notes of good practice, the last first."""
    notes = select(PracticeNote).where(
        PracticeNote.organisation_id == of, PracticeNote.withdrawn_on.is_(None)
    )
    keys = [PracticeNote.written_at, PracticeNote.id]
    return page_of(notes, keys=keys, after=after, size=size, descending=True)


def every_practice_note(of: UUID) -> Iterator[PracticeNote]:
    """All notes of good practice, for a file."""
    for page in each_page(lambda after: practice_page(of, after, CHUNK)):
        yield from page.rows


def reviews_page(of: UUID, after: str | None, size: int = SIZE) -> Page:
    """A page of published reviews, the last first, each with how many actions are open."""
    still_open = (
        select(func.count())
        .where(ReviewAction.review_id == PublishedReview.id, ReviewAction.done_on.is_(None))
        .correlate(PublishedReview)
        .scalar_subquery()
    )
    reviews: Any = select(PublishedReview, still_open.label("still_open"))
    here = reviews.where(PublishedReview.organisation_id == of)
    keys = [PublishedReview.published_on, PublishedReview.id]
    return page_of(here, keys=keys, after=after, size=size, descending=True)


def every_review(of: UUID) -> Iterator[Any]:
    """All published reviews with their open actions, for a file."""
    for page in each_page(lambda after: reviews_page(of, after, CHUNK)):
        yield from page.rows


def actions_of(review: PublishedReview) -> list[ReviewAction]:
    """What is done because of a review: open ones first, by their day."""
    found = select(ReviewAction).where(ReviewAction.review_id == review.id)
    order = (ReviewAction.done_on.is_not(None), ReviewAction.due_on, ReviewAction.id)
    return list(db.session.scalars(found.order_by(*order).limit(MOST_ACTIONS)))


def open_actions_of(person: Person) -> list[ReviewAction]:
    """The open actions that are somebody's own, the first due first."""
    mine = select(ReviewAction).where(
        ReviewAction.owner_id == person.id, ReviewAction.done_on.is_(None)
    )
    order = (ReviewAction.due_on, ReviewAction.id)
    return list(db.session.scalars(mine.order_by(*order).limit(MOST_ACTIONS)))


def team_of(person: Person, day: date) -> str:
    """The name of the team in which somebody works on a day, if they have a post."""
    held = select(Unit.name).join(Post, Post.unit_id == Unit.id)
    mine = held.where(Post.person_id == person.id, Post.covering(day))
    return db.session.scalar(mine.order_by(Post.started_on, Post.id).limit(1)) or ""


def _resources(of: UUID, q: str, tag: str) -> Select[Any]:
    found = select(Resource).where(Resource.organisation_id == of, Resource.withdrawn_on.is_(None))
    for word in fold(q).split()[:MOST_WORDS]:
        found = found.where(Resource.found_by.contains(word, autoescape=True))
    if fold(tag):
        found = found.where(Resource.found_by.contains(f"#{fold(tag)}#", autoescape=True))
    return found
