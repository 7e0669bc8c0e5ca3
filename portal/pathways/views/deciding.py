"""What the manager, the chair and the members do with an application that was sent."""

from typing import Any

from flask import Response, g, request, url_for

from portal.pathways import operations, policies, queries
from portal.pathways.forms.deciding import (
    ChairAnswerForm,
    CloseScoringForm,
    ConflictForm,
    ManagerStatementForm,
    ScoreForm,
    ToChairForm,
)
from portal.pathways.models import Application
from portal.pathways.progression.scoring import SCORES, side_by_side
from portal.pathways.views.blueprint import pathways
from portal.web.guard import guard
from portal.web.pages import conflict, done, elsewhere, show


@pathways.route("/applications/<uuid:application_id>/manager-statement", methods=["GET", "POST"])
@guard(policies.say_as_manager, hidden=True, application=Application)
def say_as_manager(application: Application) -> Response:
    """Say as the manager whether I support an application."""
    form = ManagerStatementForm()
    if form.validate_on_submit():
        said = {"view": form.view.data, "words": form.words.data}
        try:
            operations.say_as_manager(g.person, application, **said)
        except operations.NotPossibleError as refusal:
            form.words.errors = list(refusal.args)
        else:
            return done(_page(application), "Your statement is kept. The applicant is told.")
    page = "pathways/say_as_manager.html"
    return show(page, form=form, application=application, **_pack(application))


@pathways.route("/applications/<uuid:application_id>/chair", methods=["GET", "POST"])
@guard(policies.take_to_chair, hidden=True, application=Application)
def take_to_chair(application: Application) -> Response:
    """Take a manager's "not yet" to the chair of the panel."""
    form = ToChairForm()
    if application.to_chair is not None:
        return elsewhere(_page(application))
    if form.validate_on_submit():
        operations.take_to_chair(g.person, application, form.words.data)
        return done(_page(application), "The chair is told, and answers next.")
    return show("pathways/take_to_chair.html", form=form, application=application)


@pathways.route("/applications/<uuid:application_id>/chair/answer", methods=["GET", "POST"])
@guard(policies.answer_as_chair, hidden=True, application=Application)
def answer_as_chair(application: Application) -> Response:
    """Answer as the chair what an applicant brought to me."""
    form = ChairAnswerForm()
    if form.validate_on_submit():
        said = {"answer": form.answer.data, "words": form.words.data}
        operations.answer_as_chair(g.person, application, **said)
        return done(_page(application), "Your answer is kept. The applicant is told.")
    page = "pathways/answer_as_chair.html"
    return show(page, form=form, application=application, **_pack(application))


@pathways.route("/applications/<uuid:application_id>/conflict", methods=["GET", "POST"])
@guard(policies.declare_conflict, hidden=True, application=Application)
def declare_conflict(application: Application) -> Response:
    """Declare a conflict of interest with an applicant."""
    form = ConflictForm()
    if form.validate_on_submit():
        operations.declare_conflict(g.person, application, form.kind.data)
        back = url_for(".panel", panel_id=application.panel_id)
        return done(back, "Your conflict is declared. You neither read nor score it.")
    return show("pathways/declare_conflict.html", form=form, application=application)


@pathways.route("/applications/<uuid:application_id>/my-scores", methods=["GET", "POST"])
@guard(policies.score_application, hidden=True, application=Application)
def score_application(application: Application) -> Response:
    """Score an application by myself: nobody sees it until all are in."""
    pack = queries.pack_of(application)
    items = [each.item for each in pack]
    sheet = queries.sheet_of(application, g.person.id)
    form = ScoreForm.of(items)(data=ScoreForm.kept(items, sheet))
    page = "pathways/score_application.html"
    given: dict[str, Any] = {"application": application, "pack": pack, "sheet": sheet}
    if form.validate_on_submit():
        scores, comments = form.scores(), form.comments()
        if sheet is not None and form.is_stale(sheet) and scores != sheet.scores:
            return conflict(page, over=sheet, form=form, **given)
        hands_in = "hand_in" in request.form
        if not hands_in or form.is_whole():
            kept: dict[str, Any] = {"scores": scores, "comments": comments, "hands_in": hands_in}
            operations.score_application(g.person, application, **kept)
            said = "Your scores are handed in." if hands_in else "Saved. Hand them in when ready."
            return done(_page(application), said)
    return show(page, form=form, **given)


@pathways.route("/applications/<uuid:application_id>/scores/closing", methods=["GET", "POST"])
@guard(policies.close_scoring, hidden=True, application=Application)
def close_scoring(application: Application) -> Response:
    """Close the scoring as the chair, without those still out."""
    form = CloseScoringForm(obj=application)
    page = "pathways/close_scoring.html"
    given: dict[str, Any] = {"application": application, "table": queries.table_of(application)}
    if form.validate_on_submit():
        if form.is_stale(application):
            return conflict(page, over=application, form=form, **given)
        try:
            operations.close_scoring(g.person, application)
        except operations.NotPossibleError as refusal:
            form.version.errors = list(refusal.args)
        else:
            return done(url_for(".scores", application_id=application.id), "Scoring is closed.")
    return show(page, form=form, **given)


@pathways.get("/applications/<uuid:application_id>/scores")
@guard(policies.see_scores, hidden=True, application=Application)
def scores(application: Application) -> Response:
    """The scores of all members side by side, what differs most first."""
    sheets = queries.counted_sheets(application)
    items = {each.item.key: each.item for each in queries.pack_of(application)}
    is_mine = application.person_id == g.person.id
    names = [f"Member {n}" for n, _ in enumerate(sheets, 1)]
    return show(
        "pathways/scores.html",
        application=application,
        is_mine=is_mine,
        names=names if is_mine else [sheet.person.name for sheet in sheets],
        sheets=sheets,
        items=items,
        rows=side_by_side(list(items), [sheet.scores for sheet in sheets]),
        words=SCORES,
    )


def _pack(application: Application) -> dict[str, Any]:
    return {"pack": queries.pack_of(application), "is_mine": False}


def _page(application: Application) -> str:
    return url_for(".application", application_id=application.id)
