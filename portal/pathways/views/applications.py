"""An application: begun from a place, written, sent to a panel, read, taken back."""

from flask import Response, abort, flash, g, request, url_for

from portal.audit.views import take_away
from portal.clock import today
from portal.pathways import operations, policies, queries
from portal.pathways.catalogue import Catalogue, Place
from portal.pathways.forms.applications import ItemForm, SendForm, StatementForm, WithdrawForm
from portal.pathways.models import Application, ApplicationItem, Panel
from portal.pathways.places import place_of
from portal.pathways.progression import checklist, stages
from portal.pathways.progression.scoring import Table
from portal.pathways.queries.catalogue import catalogue_for
from portal.pathways.views.blueprint import pathways
from portal.web.arguments import ids
from portal.web.forms import CreatingForm
from portal.web.guard import guard
from portal.web.pages import conflict, done, elsewhere, show

HEADINGS = ("Applicant", "To", "Begun", "Sent", "Panel", "Where it stands")


@pathways.get("/applications")
@guard(policies.see_applications)
def applications() -> Response:
    """My applications to progress, and those that my people sent."""
    page = queries.applications_page(g.person, request.args.get("after"))
    return show("pathways/applications.html", page=page)


@pathways.get("/applications/export")
@guard(policies.see_applications)
def export_applications() -> Response:
    """The same as a file: who, to which place, when, and where it stands."""
    rows = (
        (each.person.name, each.place_title, each.begun_on, each.sent_on,
         each.panel.meets_on if each.panel and each.sent_on else None, each.stage_words)
        for each in queries.every_application(g.person)
    )  # fmt: skip
    return take_away("pathways.applications", "Applications", HEADINGS, rows, of=g.person)


@pathways.route("/pathway/<string:place_key>/application", methods=["GET", "POST"])
@guard(policies.apply_to_progress)
def begin_application(place_key: str) -> Response:
    """Begin an application to a place that leads on from mine."""
    catalogue = catalogue_for(g.person.organisation, today())
    wanted = catalogue.by_key.get(place_key) or abort(404)
    here = _my_place(catalogue)
    fits = checklist.may_apply(here, wanted)
    form = CreatingForm()
    if here is not None and fits and form.validate_on_submit():
        try:
            made = operations.begin_application(g.person, catalogue, here=here, wanted=wanted)
        except operations.AlreadyApplyingError as refusal:
            flash("You have an application already. Here it is.")
            return elsewhere(_page(refusal.first))
        return done(_page(made), "Your draft is begun. Nobody sees it until you send it.")
    lines = checklist.lines_of(wanted)
    page = "pathways/begin_application.html"
    return show(page, form=form, wanted=wanted, here=here, fits=fits, lines=lines)


@pathways.get("/applications/<uuid:application_id>")
@guard(policies.see_application, hidden=True, application=Application)
def application(application: Application) -> Response:
    """One application: where it stands, its checklist, statement and evidence."""
    pack = queries.pack_of(application)
    return show(
        "pathways/application.html",
        application=application,
        pack=pack,
        unanswered=[each for each in pack if not each.is_answered],
        is_mine=application.person_id == g.person.id,
        scoring=_scoring(application),
    )


@pathways.route("/applications/<uuid:application_id>/statement", methods=["GET", "POST"])
@guard(policies.write_application, hidden=True, application=Application)
def write_application(application: Application) -> Response:
    """Write why I am ready."""
    form = StatementForm(obj=application)
    page = "pathways/write_application.html"
    if form.validate_on_submit():
        words = form.statement.data
        if form.is_stale(application) and words != application.statement:
            return conflict(page, over=application, form=form, application=application)
        operations.write_statement(g.person, application, words)
        return done(_page(application), "Your statement is saved.")
    return show(page, form=form, application=application)


@pathways.route("/application-items/<uuid:item_id>", methods=["GET", "POST"])
@guard(policies.answer_item, hidden=True, item=ApplicationItem)
def answer_item(item: ApplicationItem) -> Response:
    """Say how I show one requirement, and pick evidence for it."""
    form = ItemForm(obj=item)
    form.offer(queries.pickable(item.application.person_id), queries.picked_for(item))
    page = "pathways/answer_item.html"
    if form.validate_on_submit():
        if form.is_stale(item) and form.answer.data != item.answer:
            return conflict(page, over=item, form=form, item=item)
        operations.answer_item(g.person, item, **form.shown())
        return done(_page(item.application), "Saved.")
    return show(page, form=form, item=item)


@pathways.route("/applications/<uuid:application_id>/sending", methods=["GET", "POST"])
@guard(policies.send_application, hidden=True, application=Application)
def send_application(application: Application) -> Response:
    """Send an application to a panel that has a place."""
    form = SendForm()
    coming = queries.coming_panels(g.person.organisation_id, today())
    form.offer(coming)
    if form.validate_on_submit():
        panel = _panel(form.panel.data)
        try:
            operations.send_application(g.person, application, panel)
        except operations.NotPossibleError as refusal:
            form.panel.errors = list(refusal.args)
        else:
            return done(_page(application), "Your application is sent. Your manager is asked.")
    left = _left_to_do(application)
    return show("pathways/send_application.html", form=form, application=application, left=left)


def _left_to_do(application: Application) -> list[tuple[str, str]]:
    """What has to be there before it can be sent, each with the page where it is done."""
    write = url_for(".write_application", application_id=application.id)
    left = [] if application.statement else [("Write your statement", write)]
    return left + [
        (each.item.words, url_for(".answer_item", item_id=each.item.id))
        for each in queries.pack_of(application)
        if not each.is_answered
    ]


@pathways.route("/applications/<uuid:application_id>/withdrawal", methods=["GET", "POST"])
@guard(policies.withdraw_application, hidden=True, application=Application)
def withdraw_application(application: Application) -> Response:
    """Take an application back, after a page that says what follows."""
    form = WithdrawForm(obj=application)
    page = "pathways/withdraw_application.html"
    if form.validate_on_submit():
        if form.is_stale(application):
            return conflict(page, over=application, form=form, application=application)
        operations.withdraw_application(g.person, application)
        return done(url_for(".applications"), "Your application is taken back.")
    return show(page, form=form, application=application)


def _my_place(catalogue: Catalogue) -> Place | None:
    """The place of my largest post that has one."""
    held = queries.posts_of(g.person, today())
    return next(filter(None, (place_of(catalogue, post.job_title) for post in held)), None)


def _scoring(application: Application) -> Table | None:
    """Whose scores are in, while the panel scores: for the panel and human resources."""
    for_me = g.person.has_role("hr") or policies.reads_for_panel(g.person, application)
    if application.stage != stages.SCORING or not for_me:
        return None
    return queries.table_of(application)


def _panel(chosen: str) -> Panel:
    """The panel of my organisation that was chosen."""
    return queries.panel_known(g.person.organisation_id, ids([chosen])) or abort(404)


def _page(application: Application) -> str:
    return url_for(".application", application_id=application.id)
