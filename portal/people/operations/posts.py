"""Writing posts over time down: taken up, changed from a day on, put right, ended, taken back."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import or_, select, update

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.people import notices as sentences
from portal.people.models import Cover, Person, Post, RoleHeld
from portal.people.operations.endings import end_cover_of, end_with, forget_with
from portal.people.operations.refusals import (
    AnswerRefusedError,
    refuse,
    refuse_gap,
    refuse_more_than_full_time,
    row_before,
)
from portal.people.policies import may_give
from portal.people.posts import objections
from portal.people.posts.history import FACTS as TERMS
from portal.people.queries.posts import MOST_POSTS, whole_post
from portal.people.titles import ROLE_TITLES
from portal.web import days

ONE_DAY = timedelta(days=1)
# What goes on unchanged with the unit and the grade, and is unknown once those are others.
GOES_WITH = {"unit_id": "cost_code", "grade": "scp"}
CARRIED = ("scp", "cost_code", "basis")


def add_post(
    person: Person | None, by: Person, *, started_on: date, ended_on: date | None, **terms: Any
) -> Post:
    """Write down a post that a person takes up, or one that stands vacant.

    Raises `AnswerRefusedError` when it cannot be so: nobody is in two full-time posts.
    """
    post = _as_said(person, by, started_on, ended_on, terms)
    refuse(post, person, by)
    refuse_more_than_full_time(post)
    return write_down(post, by, "people.post_added")


def _as_said(
    person: Person | None, by: Person, started_on: date, ended_on: date | None, terms: Any
) -> Post:
    return Post(
        organisation_id=by.organisation_id,
        person_id=person.id if person else None,
        started_on=started_on,
        ended_on=ended_on,
        began_on=started_on,
        **terms,
    )


def take_up(
    person: Person, by: Person, *, started_on: date, ended_on: date | None = None, **terms: Any
) -> Post:
    """Write down a post that is there for somebody; what they hold beside it may end later.

    Raises `AnswerRefusedError`.
    """
    post = _as_said(person, by, started_on, ended_on, terms)
    refuse(post, person, by)
    return write_down(post, by, "people.post_added")


def change_post(post: Post, by: Person, *, from_on: date, **terms: Any) -> Post:
    """Let a post be otherwise from a day on: this row ends the day before, and the next begins.

    Roles and cover that came with the post go on with the new row. Raises `AnswerRefusedError`.
    """
    said = objections.objection_to_change(from_on, post)
    if said:
        raise AnswerRefusedError("from_on", said)
    changed = [name for name in TERMS if getattr(post, name) != terms[name]]
    if not changed:
        raise AnswerRefusedError(
            "from_on", "Everything below is as it was. Change what is otherwise"
        )
    carried = {name: getattr(post, name) for name in CARRIED}
    carried |= {gone: "" for name, gone in GOES_WITH.items() if name in changed}
    following = Post(
        organisation_id=post.organisation_id,
        person_id=post.person_id,
        started_on=from_on,
        ended_on=post.ended_on,
        began_on=post.began_on or post.started_on,
        **(carried | terms),
    )
    refuse(following, None, by, but={post.id}, new_manager="manager_id" in changed)
    post.ended_on = from_on - ONE_DAY
    facts = {"fields": [_plain(name) for name in changed], "before": str(post.id)}
    write_down(following, by, "people.post_changed", **facts)
    _go_on_with(following, instead_of=post, since=from_on)
    return following


def correct_post(
    post: Post, by: Person, *, started_on: date, ended_on: date | None, **terms: Any
) -> bool:
    """Put right what was written down about a post; False when nothing is different.

    The row that it continues ends the day before its new first day. Raises `AnswerRefusedError`.
    """
    answers = {**terms, "started_on": started_on, "ended_on": ended_on}
    changed = [name for name, value in answers.items() if getattr(post, name) != value]
    if not changed:
        return False
    before = row_before(post) if "started_on" in changed else None
    if before is not None and started_on <= before.started_on:
        said = f"The row before it began on {days.short(before.started_on)}. Correct that first"
        raise AnswerRefusedError("started_on", said)
    if "ended_on" in changed:
        refuse_gap(post)
        _refuse_last_day(post)
    beside = {post.id, before.id if before else None}
    would_be = _as_it_would_be(post, answers)
    refuse(would_be, _holder(post), by, but=beside, new_manager="manager_id" in changed)
    _keep(post, answers, before)
    audit.record(by, "people.post_corrected", post, fields=[_plain(name) for name in changed])
    return True


def end_post(post: Post, by: Person, *, ended_on: date, leaves_vacancy: bool = False) -> None:
    """End a post on a day, perhaps leaving it vacant; roles that came with it end too.

    Raises `AnswerRefusedError`.
    """
    said = objections.objection_to_end(ended_on, post)
    if said:
        raise AnswerRefusedError("ended_on", said)
    if post.ended_on is None or ended_on > post.ended_on:
        _refuse_last_day(post)
        would_be = _as_it_would_be(post, {"ended_on": ended_on})
        refuse(would_be, _holder(post), by, but={post.id}, day="ended_on", new_manager=False)
    roles = _came_with(post, ended_on)
    _refuse_others(roles, by)
    post.ended_on = ended_on
    deed = ("people.post_ended", post, {"end": ended_on.isoformat()})
    end_with(by, dict.fromkeys(roles, ended_on), because=[deed])
    if leaves_vacancy and post.person_id is not None:
        leave_vacant(post, by)


def leave_vacant(post: Post, by: Person) -> Post:
    """Let the same post stand vacant from the day after its holder's last one."""
    if post.ended_on is None:
        raise ValueError("A post that goes on is not vacant.")
    kept = {name: getattr(post, name) for name in ("scp", "cost_code", *TERMS)}
    first = post.ended_on + ONE_DAY
    vacancy = Post(
        organisation_id=post.organisation_id, started_on=first, began_on=first, **kept
    )  # fmt: skip
    return write_down(vacancy, by, "people.post_left_vacant", before=str(post.id))


def withdraw_post(post: Post, by: Person) -> None:
    """Take back a row that has not begun: what it would have changed goes on as it was.

    Raises `AnswerRefusedError` when it has begun.
    """
    if post.started_on <= today():
        raise AnswerRefusedError("ended_on", "This has begun. Give its last day instead")
    before = row_before(post)
    if before is not None:
        before.ended_on = post.ended_on
        _go_on_with(before, instead_of=post, since=post.started_on)
    else:
        _refuse_others(_came_with(post), by)
        forget_with(post, by)
        _tell_of_acting_up(post)
    audit.record(by, "people.post_withdrawn", post, start=post.started_on.isoformat())
    db.session.delete(post)
    db.session.flush()


def _tell_of_acting_up(post: Post) -> None:
    """Tell whoever was to act up that they will not."""
    if post.basis and post.person_id is not None:
        post = whole_post(post)
        assert post.person is not None
        said = sentences.will_not_act_up(post)
        notices.tell(post.person, said, link=f"/people/{post.person_id}")


def fill_post(vacancy: Post, person: Person, by: Person, *, started_on: date) -> Post:
    """Let somebody take up a vacant post: it stands vacant, and is covered, until the day before.

    Raises `AnswerRefusedError`.
    """
    if person.id == by.id:
        raise AnswerRefusedError("manager", "Nobody takes a post up by themself. Ask somebody else")
    if started_on < vacancy.started_on:
        since = days.short(vacancy.started_on)
        raise AnswerRefusedError("started_on", f"It stands vacant from {since}. Choose a later day")
    if vacancy.ended_on is not None and started_on > vacancy.ended_on:
        until = days.short(vacancy.ended_on)
        raise AnswerRefusedError(
            "started_on", f"It stands vacant until {until}. Choose a day by then"
        )
    terms = {name: getattr(vacancy, name) for name in ("scp", "cost_code", *TERMS)}
    taken = take_up(person, by, started_on=started_on, ended_on=vacancy.ended_on, **terms)
    if started_on == vacancy.started_on:
        forget_with(vacancy, by)
        db.session.delete(vacancy)
    else:
        vacancy.ended_on = started_on - ONE_DAY
        end_cover_of(vacancy, by, last_on=vacancy.ended_on)
    db.session.flush()
    return taken


def _refuse_last_day(post: Post) -> None:
    said = objections.objection_to_last_day(post.basis)
    if said:
        raise AnswerRefusedError("ended_on", said)


def _as_it_would_be(post: Post, answers: Mapping[str, Any]) -> Post:
    """The post with other answers, held against the rest before anything is written."""
    kept = {name: getattr(post, name) for name in ("person_id", "started_on", "ended_on", *TERMS)}
    return Post(organisation_id=post.organisation_id, **{**kept, **answers})


def _keep(post: Post, answers: Mapping[str, Any], before: Post | None) -> None:
    """Write the answers; the row that this one continues ends the day before its first day."""
    first: date = answers["started_on"]
    if before is not None:
        before.ended_on = first - ONE_DAY
    elif post.began_on in (None, post.started_on) or (post.began_on and post.began_on > first):
        post.began_on = first
    for name, value in answers.items():
        setattr(post, name, value)


def write_down(post: Post, by: Person, action: str, **facts: Any) -> Post:
    """Keep a post against which nothing stands."""
    db.session.add(post)
    db.session.flush()
    audit.record(by, action, post, start=post.started_on.isoformat(), **facts)
    return post


def _go_on_with(post: Post, *, instead_of: Post, since: date) -> None:
    """Let what came with one row come with another from now on: roles, and cover of its work."""
    db.session.flush()
    for model in (RoleHeld, Cover):
        same = update(model).where(model.post_id == instead_of.id, _after(model, since - ONE_DAY))
        db.session.execute(same.values(post_id=post.id))


def _came_with(post: Post, last_on: date = date.min) -> Sequence[RoleHeld]:
    """The roles that came with a post and last longer than this."""
    roles = select(RoleHeld).where(RoleHeld.post_id == post.id, _after(RoleHeld, last_on))
    return db.session.scalars(roles.order_by(RoleHeld.id).limit(MOST_POSTS)).all()


def _refuse_others(roles: Sequence[RoleHeld], by: Person) -> None:
    """Whoever may not give a role does not end it by ending the post that it came with."""
    theirs = may_give(by)
    others = [ROLE_TITLES[held.role] for held in roles if held.role not in theirs]
    if others:
        said = f"It came with a role that you may not end: {', '.join(others)}"
        raise AnswerRefusedError("ended_on", f"{said}. Ask an administrator")


def _after(model: Any, day: date) -> Any:
    return or_(model.ended_on.is_(None), model.ended_on > day)


def _holder(post: Post) -> Person | None:
    return db.session.get(Person, post.person_id) if post.person_id else None


def _plain(name: str) -> str:
    return name.removesuffix("_id")
