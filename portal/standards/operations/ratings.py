"""What people do with ratings: save a draft, finish a view, share their own."""

from collections.abc import Mapping
from dataclasses import dataclass

from portal import audit, notices
from portal.clock import now
from portal.database import db
from portal.people.models import Person
from portal.standards import comparing
from portal.standards.frameworks import Framework
from portal.standards.models.ratings import RatingSet


class FinishedError(Exception):
    """The view is finished: it says what was thought then, and does not change."""


class NotFinishedError(Exception):
    """The view cannot be finished or shared; the arguments are the titles without an answer."""


@dataclass(frozen=True)
class Answers:
    """What somebody says of a person at one point, so far; `there` is the draft of it, if any."""

    person: Person
    framework: Framework
    point: str
    view: str
    words: Mapping[str, str]
    there: RatingSet | None = None


def save_rating(by: Person, answers: Answers) -> RatingSet:
    """Keep what was answered so far of a view. Raises FinishedError where it is finished."""
    rating = _kept(by, answers)
    audit.record(by, "standards.rating_saved", rating, **_facts(rating))
    return rating


def finish_rating(by: Person, answers: Answers) -> RatingSet:
    """Keep a view and say that it is finished, so that it can stand beside the other's.

    Raises FinishedError where it was finished before, and NotFinishedError with the standards
    that it says nothing of.
    """
    missing = comparing.unanswered(answers.framework, answers.words)
    if missing:
        raise NotFinishedError(*missing)
    rating = _kept(by, answers)
    rating.finished_at = now()
    audit.record(by, "standards.rating_finished", rating, **_facts(rating))
    return rating


def share_rating(by: Person, rating: RatingSet, readers: Mapping[Person, str]) -> None:
    """Let these people read one's own finished view; each is told, with the page it is on.

    Raises NotFinishedError where it is still a draft.
    """
    if not rating.is_finished:
        raise NotFinishedError
    if rating.is_shared:
        return
    rating.shared_at = now()
    audit.record(by, "standards.rating_shared", rating, **_facts(rating))
    for reader, link in readers.items():
        said = f"{by.name} shared their own view of the {rating.point} with you."
        notices.tell(reader, said, link=link, about=rating)


def _kept(by: Person, answers: Answers) -> RatingSet:
    """The view with these answers: the draft that is there, or a new one."""
    rating = answers.there
    if rating is not None and rating.is_finished:
        raise FinishedError
    known = answers.framework.words_of
    words = {key: word for key, word in answers.words.items() if word in known}
    if rating is None:
        rating = RatingSet(
            organisation_id=answers.person.organisation_id,
            person_id=answers.person.id,
            framework_key=answers.framework.key,
            point=answers.point,
            view=answers.view,
        )
        db.session.add(rating)
    rating.words, rating.by_id = words, by.id
    return rating


def _facts(rating: RatingSet) -> dict[str, str]:
    return {"point": rating.point, "view": rating.view}
