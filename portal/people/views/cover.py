"""Cover: arranging who does the work of a post, changing its last day, ending it."""

from collections.abc import Sequence
from typing import Any

from flask import Response, g

from portal.clock import today
from portal.database import db
from portal.people import operations, policies, queries
from portal.people.forms import CoverForm, LastDayForm
from portal.people.models import Cover, Person, Post, RoleHeld
from portal.people.posts.standing_in import FOR_A_VACANCY
from portal.people.titles import ROLE_TITLES
from portal.people.views.blueprint import people
from portal.people.views.standing_in import about_roles, moved, not_theirs
from portal.web import days
from portal.web.guard import guard
from portal.web.pages import conflict, done, show

PAGE = "people/arrange_cover.html"
END_PAGE = "people/change_cover.html"


@people.route("/posts/<uuid:post_id>/cover", methods=["GET", "POST"])
@guard(policies.arrange_cover, post=Post, fresh=True)
def arrange_cover(post: Post) -> Response:
    post = queries.whole_post(post)
    form = CoverForm(started_on=today(), roles=_lendable(post))
    form.offer_roles(_lendable(post))
    form.offer_people(post.organisation_id, today())
    if form.is_submitted():
        is_valid, is_chosen = form.validate(), form.choose()
        cover = _arranged(post, form) if is_valid and is_chosen else None
        if cover is not None:
            return done(f"/people/{cover.person_id}", _saved(cover))
    covers = queries.covers_of(post)
    return show(PAGE, form=form, post=post, covers=covers, lends=bool(_lendable(post)))


@people.route("/covers/<uuid:cover_id>/last-day", methods=["GET", "POST"])
@guard(policies.change_cover, cover=Cover, fresh=True)
def change_cover(cover: Cover) -> Response:
    form = LastDayForm(obj=cover)
    given = _about(cover)
    if form.validate_on_submit():
        if given["others_roles"]:
            form.ended_on.errors = [not_theirs(given["others_roles"])]
        elif form.is_stale(cover):
            return conflict(END_PAGE, over=cover, form=form, **given)
        elif moved(form, lambda: _change(cover, form, given["came_with"])):
            return done(f"/people/{cover.person_id}", _saved(cover))
    return show(END_PAGE, form=form, **given)


@people.post("/covers/<uuid:cover_id>/ending")
@guard(policies.change_cover, cover=Cover, fresh=True)
def end_cover(cover: Cover) -> Response:
    given = _about(cover)
    if given["others_roles"]:
        form = LastDayForm(None, obj=cover)
        form.ended_on.errors = [not_theirs(given["others_roles"])]
        return show(END_PAGE, form=form, **given)
    location, name = f"/people/{cover.person_id}", given["cover"].person.name
    operations.end_cover(cover, g.person)
    return done(location, f"{name} no longer covers this post.")


def _arranged(post: Post, form: CoverForm) -> Cover | None:
    """The cover that was arranged; None where the form now says why not."""
    person = db.session.get_one(Person, form.person_id)
    try:
        return operations.arrange_cover(
            post, g.person, person=person, roles=form.roles.data or (), **form.span()
        )
    except operations.NotPossibleError as refusal:
        form.refuse(str(refusal))
    except operations.RoleOverlapError as refusal:
        form.refuse_role(str(refusal), person.name)
    return None


def _change(cover: Cover, form: LastDayForm, came_with: Sequence[RoleHeld]) -> None:
    operations.change_cover(cover, g.person, roles=came_with, **form.answers())


def _lendable(post: Post) -> list[str]:
    """The roles of the post's holder that the reader may give; of a vacant post the usual ones."""
    lent = queries.roles_of_holder(post.person) if post.person else FOR_A_VACANCY
    theirs = policies.may_give(g.person)
    return [role for role in ROLE_TITLES if role in lent and role in theirs]


def _about(cover: Cover) -> dict[str, Any]:
    """What the page about one cover says."""
    roles = about_roles(queries.roles_with(cover=cover))
    return {"cover": queries.whole_cover(cover), **roles}


def _saved(cover: Cover) -> str:
    return f"Saved: cover until {days.in_words(cover.ended_on)}." if cover.ended_on else "Saved."
