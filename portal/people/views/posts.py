"""Posts over time: one person's, a new one, a change from a day on, a correction, an ending."""

from typing import Any

from flask import Response, g, url_for

from portal.clock import today
from portal.database import db
from portal.people.forms.posts import (
    AddPostForm,
    ChangePostForm,
    CorrectPostForm,
    EndPostForm,
    FillPostForm,
)
from portal.people.models import Person, Post
from portal.people.operations import posts as operations
from portal.people.operations.refusals import AnswerRefusedError
from portal.people.policies import posts as policies
from portal.people.posts import history
from portal.people.queries.posts import posts_over_time, whole_post
from portal.people.views.blueprint import people
from portal.web import days
from portal.web.guard import guard
from portal.web.pages import conflict, done, show


@people.get("/people/<uuid:person_id>/posts")
@guard(policies.see_posts, person=Person)
def posts(person: Person) -> Response:
    """Every post somebody holds, held or will hold, with what may be done about each."""
    lines = history.lines(posts_over_time(person.id), today())
    return show("people/posts.html", person=person, lines=lines)


@people.route("/people/<uuid:person_id>/posts/new", methods=["GET", "POST"])
@guard(policies.add_post, person=Person)
def add_post(person: Person) -> Response:
    """A further post of somebody: two at once are usual."""
    form = AddPostForm()
    form.offer(person.organisation_id, today(), unit=None, manager=None)
    if form.is_submitted() and form.validate():
        try:
            post = operations.add_post(person, g.person, **form.facts())
        except AnswerRefusedError as refusal:
            form.refuse(refusal.field, refusal.sentence)
        else:
            first = days.in_words(post.started_on)
            return done(_posts_of(post), f"{person.name} has a further post from {first}.")
    return show("people/add_post.html", form=form, person=person)


@people.route("/posts/<uuid:post_id>/change", methods=["GET", "POST"])
@guard(policies.change_post, post=Post)
def change_post(post: Post) -> Response:
    """What is otherwise from a day on: the row ends, and the next begins."""
    form = ChangePostForm(data=_now(post))
    page = "people/change_post.html"
    form.offer(post.organisation_id, today(), unit=post.unit_id, manager=post.manager_id)
    if form.is_submitted() and form.validate():
        if form.is_stale(post):
            return conflict(page, over=post, form=form, post=whole_post(post))
        try:
            operations.change_post(post, g.person, from_on=form.day, **form.facts())
        except AnswerRefusedError as refusal:
            form.refuse(refusal.field, refusal.sentence)
        else:
            first = days.in_words(form.day)
            return done(_posts_of(post), f"Written down: otherwise from {first}.")
    return show(page, form=form, post=whole_post(post))


@people.route("/posts/<uuid:post_id>/correction", methods=["GET", "POST"])
@guard(policies.correct_post, post=Post)
def correct_post(post: Post) -> Response:
    """What was always so, and was written down otherwise."""
    form = CorrectPostForm(data=_now(post))
    page = "people/correct_post.html"
    form.offer(post.organisation_id, today(), unit=post.unit_id, manager=post.manager_id)
    if form.is_submitted() and form.validate():
        if form.is_stale(post):
            return conflict(page, over=post, form=form, post=whole_post(post))
        try:
            changed = operations.correct_post(post, g.person, **form.facts())
        except AnswerRefusedError as refusal:
            form.refuse(refusal.field, refusal.sentence)
        else:
            said = "The post is put right." if changed else "Nothing was changed."
            return done(_posts_of(post), said)
    return show(page, form=form, post=whole_post(post))


@people.route("/posts/<uuid:post_id>/ending", methods=["GET", "POST"])
@guard(policies.end_post, post=Post)
def end_post(post: Post) -> Response:
    """The last day of a post; somebody who leaves altogether has a page of their own."""
    form = EndPostForm(data={"version": post.version, "ended_on": post.ended_on or today()})
    page = "people/end_post.html"
    if form.is_submitted() and form.validate():
        if form.is_stale(post):
            return conflict(page, over=post, form=form, post=whole_post(post))
        try:
            operations.end_post(post, g.person, **form.answers())
        except AnswerRefusedError as refusal:
            form[refusal.field].errors = [refusal.sentence]
        else:
            last = days.in_words(form.day)
            return done(_posts_of(post), f"The last day of this post is {last}.")
    return show(page, form=form, post=whole_post(post))


@people.post("/posts/<uuid:post_id>/withdrawal")
@guard(policies.withdraw_post, post=Post)
def withdraw_post(post: Post) -> Response:
    """Take back what has not begun: what it would have changed goes on as it was."""
    location = _posts_of(post)
    form = EndPostForm(formdata=None, data={"version": post.version})
    try:
        operations.withdraw_post(post, g.person)
    except AnswerRefusedError as refusal:
        form.ended_on.errors = [refusal.sentence]
        return show("people/end_post.html", form=form, post=whole_post(post))
    return done(location, "It is taken back. Everything before it stands as it was.")


@people.route("/posts/<uuid:post_id>/filling", methods=["GET", "POST"])
@guard(policies.fill_post, post=Post)
def fill_post(post: Post) -> Response:
    """Somebody takes up a post that stands vacant."""
    form = FillPostForm(data={"version": post.version, "started_on": max(post.started_on, today())})
    page = "people/fill_post.html"
    form.offer_people(post.organisation_id, today(), manager=None, nobody=False)
    if form.is_submitted() and form.validate():
        if form.is_stale(post):
            return conflict(page, over=post, form=form, post=whole_post(post))
        person = db.session.get_one(Person, form.manager_id)
        try:
            taken = operations.fill_post(post, person, g.person, started_on=form.day)
        except AnswerRefusedError as refusal:
            beside = form.started_on if "_on" in refusal.field else form.manager
            beside.errors = [refusal.sentence]
        else:
            first = days.in_words(taken.started_on)
            return done(_posts_of(taken), f"{person.name} takes the post up on {first}.")
    return show(page, form=form, post=whole_post(post))


def _now(post: Post) -> dict[str, Any]:
    """What the post says now, for the form about it."""
    names = ("version", "job_title", "grade", "fte", "hours", "contract", "started_on", "ended_on")
    return {name: getattr(post, name) for name in names}


def _posts_of(post: Post) -> str:
    """The page that lists this post: its holder's, or its unit's while it stands vacant."""
    if post.person_id is None:
        return url_for("people.unit", unit_id=post.unit_id)
    return url_for("people.posts", person_id=post.person_id)
