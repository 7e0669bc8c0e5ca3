"""The sentences that people are told about roles, cover and acting up."""

from collections.abc import Iterable
from datetime import date

from portal.clock import today
from portal.people.models import Cover, Person, Post, RoleHeld
from portal.people.titles import ROLE_TITLES
from portal.period import Dated
from portal.web import days


def role_given(by: Person, held: RoleHeld) -> str:
    """That somebody was given a role, by whom and for which days."""
    begins = "have" if held.started_on <= today() else "will have"
    return f"You {begins} the role: {_title(held.role)}{_span(held)}. {by.name} gave it to you."


def role_moved(held: RoleHeld) -> str:
    """That the last day of somebody's role is another."""
    if held.ended_on is None:
        return f"Your role has no last day any more: {_title(held.role)}."
    return f"Your role now ends after {days.in_words(held.ended_on)}: {_title(held.role)}."


def covers(cover: Cover, roles: Iterable[str]) -> str:
    """For whoever covers: what they cover, and which roles came with it."""
    verb = "cover" if cover.started_on <= today() else "will cover"
    said = f"You {verb} {_whose(cover.post)}{_span(cover)}."
    return f"{said}{_with(roles)}"


def is_covered(cover: Cover) -> str:
    """For the holder of a post: who does its work, and until when."""
    verb = "covers" if cover.started_on <= today() else "will cover"
    return f"{cover.person.name} {verb} your post as {cover.post.job_title}{_span(cover)}."


def cover_moved(cover: Cover) -> str:
    """For both: that cover now lasts until another day."""
    until = days.in_words(cover.ended_on) if cover.ended_on else "further notice"
    return f"{cover.person.name} now covers {_post(cover.post)} until {until}."


def cover_over(cover: Cover) -> str:
    """For both: that cover has ended."""
    return f"{cover.person.name} no longer covers {_post(cover.post)}."


def cover_ends(cover: Cover, last_on: date) -> str:
    """For whoever covers: that it ends with what is covered, or does not come to be."""
    if cover.started_on > max(last_on, today()):
        return f"You will not cover {_post(cover.post)} after all."
    if cover.started_on > last_on or last_on < today():
        return f"You no longer cover {_post(cover.post)}."
    return f"Your cover of {_post(cover.post)} now ends after {days.in_words(last_on)}."


def acts_up(post: Post, roles: Iterable[str]) -> str:
    """For whoever acts up or is seconded: as what, until when, with which roles."""
    verb = "You are" if post.started_on <= today() else "You will be"
    return f"{verb} {_basis(post)}{_span(post)}.{_with(roles)} Then you return to your own post."


def acting_moved(post: Post) -> str:
    """That acting up or a secondment now lasts until another day."""
    until = days.in_words(post.ended_on) if post.ended_on else "further notice"
    return f"You are now {_basis(post)} until {until}."


def acting_over(post: Post) -> str:
    """That acting up or a secondment has ended."""
    return f"You are no longer {_basis(post)}."


def will_not_act_up(post: Post) -> str:
    """That acting up or a secondment was taken back before it began."""
    return f"You will not be {_basis(post)} after all."


def _basis(post: Post) -> str:
    return f"{'acting up' if post.basis == 'acting up' else 'seconded'} as {_post(post)}"


def _post(post: Post) -> str:
    return f"{post.job_title}, {post.unit.name}"


def _whose(post: Post) -> str:
    if post.person is None:
        return f"a vacant post: {_post(post)}"
    return f"for {post.person.name}, {_post(post)}"


def _span(period: Dated) -> str:
    """The days, as the end of a sentence: from its first day where that lies ahead, until."""
    first = f" from {days.in_words(period.started_on)}" if period.started_on > today() else ""
    return f"{first} until {days.in_words(period.ended_on)}" if period.ended_on else first


def _with(roles: Iterable[str]) -> str:
    titles = [_title(role) for role in roles]
    if not titles:
        return ""
    come = "comes the role" if len(titles) == 1 else "come the roles"
    return f" With it {come}: {'; '.join(titles)}."


def _title(role: str) -> str:
    return ROLE_TITLES[role]
