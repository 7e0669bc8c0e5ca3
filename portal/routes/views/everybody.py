"""Everybody on a route, for human resources and the coordinator; putting somebody on one."""

from collections.abc import Iterator
from datetime import date

from flask import Response, g, request, url_for

from portal.audit.views import take_away
from portal.clock import today
from portal.people.models import Person
from portal.routes import catalogue, operations, policies, queries
from portal.routes.forms import HOURS, EnrolOnRouteForm
from portal.routes.views.blueprint import routes
from portal.web.guard import guard
from portal.web.lists import capped_count, page_of, pages_of
from portal.web.pages import done, show

HEADINGS = (
    "Person", "Route", "First day", "Last day", "Where it stands", "Next", "By", "Was due",
)  # fmt: skip


@routes.get("/routes")
@guard(policies.see_routes)
def all_routes() -> Response:
    """Who is on a route, where they stand and what is next, 50 at a time."""
    here = queries.routes_here(g.person.organisation_id)
    page = page_of(here, keys=queries.BY_NAME, after=request.args.get("after"))
    counted, more = capped_count(here)
    return show(
        "routes/all_routes.html",
        page=page,
        counted=counted,
        more=more,
        standings=queries.standings(page.rows, today()) if page.rows else {},
        missing=queries.what_is_missing([each.id for each in page.rows], today()),
    )


@routes.get("/routes/export")
@guard(policies.see_routes, fresh=True)
def export_routes() -> Response:
    """The same as a file."""
    return take_away("routes.routes", "Routes into social work", HEADINGS, _rows())


@routes.get("/routes/new")
@guard(policies.see_routes)
def who_begins() -> Response:
    """Who could be put on a route: the assistants, or whoever is called so."""
    q = request.args.get("q", "")
    found = queries.who_could_begin(g.person.organisation_id, q)
    others = [each for each in found if each.id != g.person.id]
    page, part = "routes/who_begins.html", "routes/_could_begin.html"
    return show(page, fragment=part, q=q, people=others, most=queries.MOST_FOUND)


@routes.route("/people/<uuid:person_id>/route", methods=["GET", "POST"])
@guard(policies.enrol_on_route, person=Person)
def enrol_on_route(person: Person) -> Response:
    """Put somebody on a route, with its first day and study day."""
    form = EnrolOnRouteForm(data=_to_begin_with(person))
    form.offer(catalogue.every())
    if form.is_submitted() and form.validate():
        try:
            route = operations.enrol_on_route(g.person, person, **form.said())
        except operations.NotPossibleError as refused:
            form[refused.field].errors = [str(refused)]
        else:
            said = f"{person.name} is on the route {route.template.name}."
            return done(url_for(".route", route_id=route.id), said)
    return show("routes/enrol_on_route.html", person=person, form=form, templates=catalogue.every())


def _to_begin_with(person: Person) -> dict[str, str]:
    """Their hours as of today, where they are among those offered."""
    known = queries.share_of(person)
    share = f"{known.normalize():f}" if known else "1"
    return {"fte": share if share in HOURS else "1"}


def _rows() -> Iterator[tuple[str | date | None, ...]]:
    here = queries.routes_here(g.person.organisation_id)
    for page in pages_of(here, keys=queries.BY_NAME):
        standings = queries.standings(page.rows, today()) if page.rows else {}
        for each in page.rows:
            stands = standings[each.id]
            coming = next(iter(stands.ahead), None)
            yield (
                each.person.name, each.template.name, each.started_on,
                each.ended_on or stands.last_on, stands.where,
                coming.title if coming else "", stands.day_of(coming) if coming else None,
                "; ".join(late.title for late in stands.was_due),
            )  # fmt: skip
