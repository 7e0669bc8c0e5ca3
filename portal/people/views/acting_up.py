"""Acting up and secondments: beginning one, changing its last day, ending it."""

from collections.abc import Sequence
from typing import Any

from flask import Response, g

from portal.clock import today
from portal.database import db
from portal.people import operations, policies, queries
from portal.people.forms import ActingUpForm, LastDayForm
from portal.people.models import Person, Post, RoleHeld, Unit
from portal.people.views.blueprint import people
from portal.people.views.standing_in import about_roles, moved, not_theirs
from portal.web import days
from portal.web.guard import guard
from portal.web.pages import conflict, done, show

PAGE = "people/act_up.html"
END_PAGE = "people/change_acting_up.html"


@people.route("/people/<uuid:person_id>/acting-up", methods=["GET", "POST"])
@guard(policies.act_up, person=Person, fresh=True)
def act_up(person: Person) -> Response:
    form = ActingUpForm(started_on=today())
    form.offer_roles(_not_held(policies.roles_to_give(g.person, person), person))
    own = [] if form.is_submitted() else queries.person_page(person.id).current
    unit_id = own[0].unit_id if own else None
    form.offer(person.organisation_id, today(), unit=unit_id, manager=None)
    if form.is_submitted():
        is_valid, is_chosen = form.validate(), form.choose()
        post = _begun(person, form) if is_valid and is_chosen else None
        if post is not None:
            assert post.ended_on is not None
            said = f"{person.name} returns by themself after {days.in_words(post.ended_on)}."
            return done(f"/people/{person.id}", f"Saved. {said}")
    return show(PAGE, form=form, person=person)


@people.route("/people/acting-up/<uuid:post_id>/last-day", methods=["GET", "POST"])
@guard(policies.change_acting_up, post=Post, fresh=True)
def change_acting_up(post: Post) -> Response:
    form = LastDayForm(obj=post)
    given = _about(post)
    if form.validate_on_submit():
        if given["others_roles"]:
            form.ended_on.errors = [not_theirs(given["others_roles"])]
        elif form.is_stale(post):
            return conflict(END_PAGE, over=post, form=form, **given)
        elif moved(form, lambda: _change(post, form, given["came_with"])):
            return done(f"/people/{post.person_id}", _until(post))
    return show(END_PAGE, form=form, **given)


@people.post("/people/acting-up/<uuid:post_id>/ending")
@guard(policies.change_acting_up, post=Post, fresh=True)
def end_acting_up(post: Post) -> Response:
    given = _about(post)
    if given["others_roles"]:
        form = LastDayForm(None, obj=post)
        form.ended_on.errors = [not_theirs(given["others_roles"])]
        return show(END_PAGE, form=form, **given)
    location, name = f"/people/{post.person_id}", given["person"].name
    operations.end_acting_up(post, g.person)
    return done(location, f"{name} has returned to their own post.")


def _not_held(roles: Sequence[str], person: Person) -> list[str]:
    """Those of these roles that the person does not hold already, without an end."""
    lasting = {held.role for held in person.roles_held if held.ended_on is None}
    return [role for role in roles if role not in lasting]


def _begun(person: Person, form: ActingUpForm) -> Post | None:
    """The post that was begun; None where the form now says why not."""
    unit = db.session.get_one(Unit, form.unit_id)
    try:
        return operations.act_up(
            person, g.person, unit=unit, manager_id=form.manager_id, basis=form.basis.data,
            job_title=form.job_title.data, roles=form.roles.data or (), **form.span(),
        )  # fmt: skip
    except operations.NotPossibleError as refusal:
        form.refuse(str(refusal))
    except operations.RoleOverlapError as refusal:
        form.refuse_role(str(refusal), person.name)
    return None


def _change(post: Post, form: LastDayForm, came_with: Sequence[RoleHeld]) -> None:
    operations.change_acting_up(post, g.person, roles=came_with, **form.answers())


def _about(post: Post) -> dict[str, Any]:
    """What the page about one acting-up post says."""
    whole = queries.whole_post(post)
    roles = about_roles(queries.roles_with(post=post))
    return {"post": whole, "person": whole.person, **roles}


def _until(post: Post) -> str:
    return f"Saved: until {days.in_words(post.ended_on)}." if post.ended_on else "Saved."
