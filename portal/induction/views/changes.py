"""Changes of a year: propose one after a look at the new dates, agree, take back."""

from dataclasses import replace
from typing import Any

from flask import Response, g, request, url_for

from portal.audit.views import take_away
from portal.clock import today
from portal.induction import operations, policies, queries
from portal.induction.changing import KINDS, MEANS, PARTS, Kind, share_words
from portal.induction.entry import NotPossibleError
from portal.induction.forecast import Forecast, forecast
from portal.induction.forms.changes import ChangeForm, ElsewhereForm, ReturnForm
from portal.induction.models import Induction, InductionChange
from portal.induction.moving import Extension, Moves, Stop, hours_of
from portal.induction.operations.changes import holders
from portal.induction.parts import part_to_give, parts_needed
from portal.induction.queries.contracted import difference_of
from portal.induction.timetable import effect_of, period_of, reason_of
from portal.induction.views.blueprint import induction
from portal.induction.views.calendar import calendar_of
from portal.web.guard import guard
from portal.web.pages import conflict, done, show

PAGE = "induction/change.html"


@induction.get("/inductions/changes")
@guard(policies.see_changes)
def changes() -> Response:
    """The proposals that wait to be agreed, longest waiting first."""
    page = queries.changes_page(g.person.organisation_id, request.args.get("after"))
    return show("induction/changes.html", page=page, kinds=KINDS, period_of=period_of,
                missing=missing)  # fmt: skip


@induction.get("/inductions/changes/export")
@guard(policies.see_changes)
def export_changes() -> Response:
    """The same list as a file."""
    headings = ("Name", "Change", "Days", "Proposed by", "Has not agreed yet")
    rows = (
        (
            each.induction.person.name,
            KINDS[each.kind].name,
            period_of(each),
            each.proposed_by.name,
            ", ".join(missing(each)),
        )
        for page in queries.every_change(g.person.organisation_id)
        for each in page.rows
    )
    return take_away("induction.changes", "Changes", headings, rows)


@induction.route("/inductions/<uuid:induction_id>/changes/new", methods=["GET", "POST"])
@guard(policies.propose_change, induction=Induction)
def propose_change(induction: Induction) -> Response:
    """Choose a kind, write the dates, look at the new calendar, propose it."""
    page = "induction/propose_change.html"
    waiting = queries.waiting_change(induction)
    kind = KINDS.get(request.values.get("kind", ""))
    if kind is None or waiting is not None:
        return show(page, induction=induction, kinds=KINDS.values(), waiting=waiting, kind=None)
    year, known = operations.bounds_of(induction), _known(induction, kind)
    form = ChangeForm(change=kind, year=year, data=known)
    shown: dict[str, Any] = {"induction": induction, "kind": kind, "waiting": None,
                             "share_words": share_words}  # fmt: skip
    if form.validate_on_submit():
        given = form.proposal()
        if "propose" in request.form and form.seen.data == form.marks:
            try:
                change = operations.propose_change(g.person, induction, **given)
            except NotPossibleError as refusal:
                form.seen.errors = list(refusal.args)
            else:
                return done(_page_of(change), f"{kind.name} proposed. The others have been told.")
        else:
            form.seen.data = form.marks
            shown["forecast"] = _forecast(induction, _moves(induction, given))
    return show(page, form=form, **shown)


@induction.get("/inductions/changes/<uuid:change_id>")
@guard(policies.see_change, change=InductionChange)
def change(change: InductionChange) -> Response:
    """One change: its dates, who has agreed, and what it moves."""
    return _change_page(change, None)


@induction.post("/inductions/changes/<uuid:change_id>/agreement")
@guard(policies.agree_to_change, change=InductionChange)
def agree_to_change(change: InductionChange) -> Response:
    """Agree by one's own hand."""
    try:
        operations.agree_to_change(g.person, change)
    except NotPossibleError as refusal:
        return done(_page_of(change), f"{refusal.args[0]}. Nothing was changed.")
    return done(_page_of(change), _said(change))


@induction.post("/inductions/changes/<uuid:change_id>/agreement-elsewhere")
@guard(policies.write_agreement_down, change=InductionChange)
def write_agreement_down(change: InductionChange) -> Response:
    """Write down that somebody agreed elsewhere."""
    form = ElsewhereForm(parts=_open_parts(change))
    if not form.validate():
        return _change_page(change, form)
    try:
        operations.write_agreement_down(g.person, change, **form.answers())
    except NotPossibleError as refusal:
        form.part.errors = list(refusal.args)
        return _change_page(change, form)
    return done(_page_of(change), _said(change))


@induction.post("/inductions/changes/<uuid:change_id>/withdrawal")
@guard(policies.withdraw_change, change=InductionChange)
def withdraw_change(change: InductionChange) -> Response:
    """Take a change back."""
    operations.withdraw_change(g.person, change)
    return done(calendar_of(change.induction), "The change is taken back.")


@induction.route("/inductions/changes/<uuid:change_id>/return", methods=["GET", "POST"])
@guard(policies.name_return, change=InductionChange)
def name_return(change: InductionChange) -> Response:
    """Write down until when the year is paused, after a look at the new dates."""
    form = ReturnForm(version=change.version)
    page = "induction/name_return.html"
    shown: dict[str, Any] = {"change": change, "period_of": period_of}
    if form.validate_on_submit():
        if form.is_stale(change):
            return conflict(page, over=change, form=form, **shown)
        bounds = operations.bounds_of(change.induction, without=change)
        objection = form.objection(change.started_on, bounds)
        if objection:
            form.ended_on.errors = [objection]
        elif "save" in request.form and form.seen.data == str(form.ended_on.data):
            operations.name_return(g.person, change, form.day)
            return done(calendar_of(change.induction), "The day is saved, and the dates follow it.")
        else:
            form.seen.data = str(form.ended_on.data)
            shown["forecast"] = _forecast(
                change.induction, _with(bounds.stops, change, form.ended_on.data)
            )
    return show(page, form=form, **shown)


def missing(change: InductionChange) -> list[str]:
    """Whose agreement is missing, by the part they have."""
    agreed = {each.part for each in change.agreements}
    return [PARTS[part] for part in parts_needed(change.induction) if part not in agreed]


def _change_page(change: InductionChange, form: ElsewhereForm | None) -> Response:
    year, names = change.induction, _names(change)
    agreed = {each.part: each for each in change.agreements}
    mine = PARTS.get(part_to_give(g.person, year, agreed), "")
    given = _given(change)
    if form is None and policies.write_agreement_down(g.person, change) and _open_parts(change):
        form = ElsewhereForm(None, parts=_open_parts(change))
    sees_items = policies.see_induction(g.person, year)
    is_shown = change.is_waiting and sees_items and not KINDS[change.kind].ends_year
    return show(
        PAGE, form=form, change=change, kind=KINDS[change.kind], names=names, agreed=agreed,
        means=MEANS, mine=mine, already=" and as ".join(given.get(g.person.name, [])),
        twice={name: parts for name, parts in given.items() if len(parts) > 1},
        period_of=period_of, reason_of=reason_of, effect_of=effect_of,
        forecast=_forecast(year, operations.moves_with(change)) if is_shown else None,
    )  # fmt: skip


def _names(change: InductionChange) -> dict[str, str]:
    """Who is to agree in each part, and who did; "" where any coordinator may."""
    people = holders(change.induction)
    names = {part: people[part].name for part in people}
    names |= {each.part: each.person.name for each in change.agreements if each.person}
    return {part: names.get(part, "") for part in parts_needed(change.induction)}


def _given(change: InductionChange) -> dict[str, list[str]]:
    """In which parts each person agreed, by name."""
    given: dict[str, list[str]] = {}
    for each in change.agreements:
        if each.person is not None:
            given.setdefault(each.person.name, []).append(PARTS[each.part])
    return given


def _open_parts(change: InductionChange) -> list[tuple[str, str]]:
    """Who may have agreed elsewhere: a coordinator agrees here."""
    agreed = {"coordinator", *(each.part for each in change.agreements)}
    return [(part, name) for part, name in _names(change).items() if part not in agreed]


def _known(induction: Induction, kind: Kind) -> dict[str, Any]:
    """What the portal knows already: new hours, where the post in the directory has others."""
    differs = difference_of(induction) if kind.key == "hours" else None
    return {"started_on": differs.since, "fte": differs.post} if differs else {}


def _forecast(year: Induction, moves: Moves) -> Forecast:
    terms = operations.terms_of(year, moves)
    items = queries.items_of(year)
    return forecast(items, planned_end_on=year.planned_end_on, terms=terms)


def _moves(year: Induction, given: dict[str, Any]) -> Moves:
    """What would move the dates with this proposal beside the changes in force."""
    now, kind = year.moves, KINDS[given["kind"]]
    if kind.is_stop:
        stop = Stop(given["started_on"], given["ended_on"])
        return replace(now, stops=(*now.stops, stop))
    if kind.ends_year:
        return now
    if given.get("fte"):
        shares = [(each.started_on, each.share, each.settled_on) for each in now.hours]
        shares.append((given["started_on"], given["fte"], today()))
        return replace(now, hours=hours_of(year.fte, shares))
    more = Extension(given["started_on"], given["extends_by"])
    return replace(now, extensions=(*now.extensions, more))


def _with(stops: tuple[Stop, ...], change: InductionChange, ended_on: Any) -> Moves:
    stop = Stop(change.started_on, ended_on)
    return replace(change.induction.moves, stops=(*stops, stop))


def _page_of(change: InductionChange) -> str:
    return url_for("induction.change", change_id=change.id)


def _said(change: InductionChange) -> str:
    if change.is_in_force:
        return "Everybody agreed. The calendar follows the change now."
    return "The agreement is saved."
