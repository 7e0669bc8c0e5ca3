"""What stands against a post as it would be written down, asked of the database."""

from collections.abc import Collection
from uuid import UUID

from portal.clock import today
from portal.database import db
from portal.people.models import Person, Post, Unit
from portal.people.posts import history, objections
from portal.people.queries.posts import is_above, posts_beside
from portal.web import days

# A manager sees what others do not: nobody opens that to themself.
MANAGER_BY_ANOTHER = "Nobody makes themself a manager. Ask somebody else who keeps posts to do it"


class AnswerRefusedError(ValueError):
    """What was answered cannot be; `field` is the answer, and the message says what to do."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field, self.sentence = field, sentence


def refuse(
    post: Post,
    person: Person | None,
    by: Person,
    *,
    but: Collection[UUID | None] = (),
    day: str = "",
    new_manager: bool = True,
) -> None:
    """Raise `AnswerRefusedError` where a post cannot stand as it would be.

    `but` are its own rows, `day` the answer that is to blame for the days. A manager who stays as
    they are need not be asked about again.
    """
    _refuse_days(post, person, day)
    _refuse_unit(post)
    if new_manager:
        _refuse_manager(post, by)
    others = [each for each in posts_beside(post.person_id) if each.id not in but]
    same = objections.same_at_once(post, others)
    if same is not None:
        until = f" until {days.short(same.ended_on)}" if same.ended_on else ""
        said = f"There is such a post in this unit from {days.short(same.started_on)}{until}"
        raise AnswerRefusedError(day or "job_title", f"{said}. Change or correct that one")


def refuse_more_than_full_time(post: Post) -> None:
    """Raise `AnswerRefusedError` where a new post makes somebody's week more than full."""
    if objections.more_than_full_time(post, posts_beside(post.person_id)):
        said = "With their other posts that is more than full time"
        raise AnswerRefusedError("fte", f"{said}. Write a smaller share, or end the other first")


def _refuse_days(post: Post, person: Person | None, day: str) -> None:
    said = objections.objection_to_day(post.started_on, today())
    if said:
        raise AnswerRefusedError(day or "started_on", said)
    said = objections.objection_to_day(post.ended_on or post.started_on, today())
    if said:
        raise AnswerRefusedError("ended_on", said)
    left = person.left_on if person else None
    if left is not None and (post.ended_on is None or post.ended_on > left):
        last = days.short(left)
        raise AnswerRefusedError(
            day or "started_on", f"Their last day here is {last}. Undo that first"
        )


def _refuse_unit(post: Post) -> None:
    unit = db.session.get(Unit, post.unit_id)
    if unit is None or unit.organisation_id != post.organisation_id:
        raise AnswerRefusedError("unit", "Choose the unit")
    if unit.closed_on is not None and (post.ended_on is None or post.ended_on > unit.closed_on):
        closed = days.short(unit.closed_on)
        raise AnswerRefusedError("unit", f"{unit.name} closes on {closed}. Choose another unit")


def _refuse_manager(post: Post, by: Person) -> None:
    if post.manager_id == by.id:
        raise AnswerRefusedError("manager", MANAGER_BY_ANOTHER)
    if post.manager_id is None or post.person_id is None:
        return
    if post.manager_id == post.person_id:
        raise AnswerRefusedError("manager", "Nobody is their own manager. Choose somebody else")
    if is_above(post.manager_id, post.person_id, max(post.started_on, today())):
        said = "They report to this person themself, directly or through others"
        raise AnswerRefusedError("manager", f"{said}. Choose somebody else")


def row_before(post: Post) -> Post | None:
    """The row that this one continues, if it continues any."""
    return history.before_of(post, posts_beside(post.person_id, post.id))


def refuse_gap(post: Post) -> None:
    """What is continued by another row ends where that one begins."""
    after = history.after_of(post, [post, *posts_beside(post.person_id, post.id)])
    if after is not None:
        day = days.short(after.started_on)
        said = f"It goes on otherwise from {day}. Correct the first day of that instead"
        raise AnswerRefusedError("ended_on", said)
