"""Programmes of our own: a draft and its parts, publishing it, and what follows."""

from typing import Any

from flask import Response, abort, g, url_for

from portal.induction import explaining, operations, policies, programmes
from portal.induction.entry import NotPossibleError
from portal.induction.forms import AboutForm, CopyForm, PromisesForm, promises_of
from portal.induction.models import OwnProgramme
from portal.induction.programmes import FaultyProgrammeError, comparing, writing
from portal.induction.programmes.writing import Table
from portal.induction.views.blueprint import induction
from portal.web.forms import EditingForm
from portal.web.guard import guard
from portal.web.pages import conflict, done, show

PART = "induction/edit_programme.html"
OWN = "/own-programmes/<uuid:own_id>"


@induction.get(OWN)
@guard(policies.own_programme, own=OwnProgramme)
def own_programme(own: OwnProgramme) -> Response:
    """One programme of our own: what it gives, how it differs from what it came from."""
    programme = own.programme
    try:
        base = programmes.pinned(own.base_key, own.base_version)
    except KeyError:
        base = None
    page = "induction/draft_programme.html" if own.is_draft else "induction/own_programme.html"
    return show(
        page,
        own=own,
        programme=programme,
        base=base,
        differences=comparing.differences(base, programme) if base else [],
        stages=explaining.parts(programme),
        form=CopyForm(),
    )


@induction.post(f"{OWN}/publication")
@guard(policies.publish_programme, own=OwnProgramme)
def publish_programme(own: OwnProgramme) -> Response:
    """Publish a draft; from then on it never changes."""
    try:
        operations.publish_programme(g.person, own)
    except NotPossibleError as refusal:
        return done(page_of(own), str(refusal.args[0]))
    return done(page_of(own), f"{own.name}: published. People can be enrolled on it now.")


@induction.post(f"{OWN}/closing")
@guard(policies.close_programme, own=OwnProgramme)
def close_programme(own: OwnProgramme) -> Response:
    """Offer a published programme to nobody any more, or again."""
    operations.close_programme(g.person, own)
    said = "no longer offered; whoever is on it stays" if own.closed_on else "offered again"
    return done(page_of(own), f"{own.name}: {said}.")


@induction.post(f"{OWN}/next-version")
@guard(policies.begin_version, own=OwnProgramme)
def begin_version(own: OwnProgramme) -> Response:
    """Begin the next version of a published programme."""
    draft = operations.begin_version(g.person, own)
    return done(page_of(draft), f"Version {draft.number} is a draft until you publish it.")


@induction.post(f"{OWN}/removal")
@guard(policies.remove_draft, own=OwnProgramme)
def remove_draft(own: OwnProgramme) -> Response:
    """Throw a draft away."""
    operations.remove_draft(g.person, own)
    return done(url_for(".programmes"), "The draft is gone. Nobody was on it.")


@induction.route(f"{OWN}/about", methods=["GET", "POST"])
@guard(policies.edit_programme, own=OwnProgramme)
def edit_about(own: OwnProgramme) -> Response:
    """Change what a draft is called and how long it is."""
    form = AboutForm(data=_version(own) | own.content)
    if form.validate_on_submit():
        given = form.answers()
        words = {key: given[key].strip() for key in ("name", "short_name", "about")}
        content = writing.with_words(own.content, months=given["months"], **words)
        return save(own, form, content, "about", "What it is", "months")
    return part(own, form, "What it is")


@induction.route(f"{OWN}/promises", methods=["GET", "POST"])
@guard(policies.edit_programme, own=OwnProgramme)
def edit_promises(own: OwnProgramme) -> Response:
    """Change how often supervision is, the load, the time for development and group days."""
    form = PromisesForm(data=_version(own) | promises_of(own.programme))
    if form.validate_on_submit():
        content = form.promises(own.content)
        return save(own, form, content, "promises", "What is promised", "ramp")
    return part(own, form, "What is promised")


def save(
    own: OwnProgramme, form: EditingForm, content: Table, what: str, title: str, field: str
) -> Response:
    """Save a changed part; what does not hold together is said beside the field to blame."""
    if form.is_stale(own):
        return conflict(PART, over=own, form=form, own=own, part_title=title)
    try:
        operations.change_programme(g.person, own, content, what)
    except FaultyProgrammeError as fault:
        blamed = field
        if "supervision" in str(fault) and "until_1" in form:
            blamed = "until_1"
        form[blamed].errors = [sentence_of(fault)]
        return part(own, form, title)
    return done(page_of(own), f"{title}: saved.")


def part(own: OwnProgramme, form: EditingForm, title: str, **more: Any) -> Response:
    """The page of one part of a draft."""
    return show(PART, own=own, form=form, part_title=title, **more)


def sentence_of(fault: FaultyProgrammeError) -> str:
    """The fault without the name of the file."""
    said = str(fault).partition(": ")[2] or str(fault)
    return said[:1].upper() + said[1:]


def _version(own: OwnProgramme) -> dict[str, Any]:
    return {"version": own.version}


def page_of(own: OwnProgramme) -> str:
    return url_for(".own_programme", own_id=own.id)


def found_or_404(rows: list[Table], name: str, value: str) -> Table:
    """The row of a draft's table that the address names."""
    row = next((each for each in rows if each[name] == value), None)
    if row is None:
        abort(404)
    return row
