"""What people do with ratings: save a draft, finish a view, share their own."""

from collections.abc import Mapping

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


def save_rating(
    by: Person,
    person: Person,
    *,
    framework: Framework,
    point: str,
    view: str,
    words: Mapping[str, str],
    there: RatingSet | None = None,
) -> RatingSet:
    """Keep what was answered so far of a view; `there` is the draft of it, if one was begun.

    Raises FinishedError where the view is finished already.
    """
    if there is not None and there.is_finished:
        raise FinishedError
    known = {key: word for key, word in words.items() if word in framework.words_of}
    if there is None:
        there = RatingSet(
            organisation_id=person.organisation_id,
            person_id=person.id,
            by_id=by.id,
            framework_key=framework.key,
            point=point,
            view=view,
            words=known,
        )
        db.session.add(there)
    elif there.words == known:
        return there
    there.words, there.by_id = known, by.id
    db.session.flush()
    audit.record(by, "standards.rating_saved", there, point=point, view=view)
    return there


def finish_rating(by: Person, rating: RatingSet, framework: Framework) -> None:
    """Say that a view is finished, so that it can stand beside the other's.

    Raises NotFinishedError with the standards that it says nothing of.
    """
    missing = comparing.unanswered(framework, rating.words)
    if missing:
        raise NotFinishedError(*missing)
    if not rating.is_finished:
        rating.finished_at = now()
        audit.record(by, "standards.rating_finished", rating, point=rating.point, view=rating.view)


def share_rating(by: Person, rating: RatingSet, readers: Mapping[Person, str]) -> None:
    """Let these people read one's own finished view; each is told, with the page it is on.

    Raises NotFinishedError where it is still a draft.
    """
    if not rating.is_finished:
        raise NotFinishedError
    if rating.is_shared:
        return
    rating.shared_at = now()
    audit.record(by, "standards.rating_shared", rating, point=rating.point, view=rating.view)
    for reader, link in readers.items():
        said = f"{by.name} shared their own view of the {rating.point} with you."
        notices.tell(reader, said, link=link, about=rating)
