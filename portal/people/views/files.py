"""Lists about people as files: the filters of their pages, and what those show to the reader."""

from flask import Response, abort, g, request

from portal.audit.views import take_away
from portal.clock import today
from portal.people import policies, queries, structure
from portal.people.models import Unit
from portal.people.policies import staff_list as policies_of_staff_list
from portal.people.policies import units as policies_of_units
from portal.people.policies.posts import see_every_term, see_terms
from portal.people.posts import history
from portal.people.queries import units as units_queries
from portal.people.sought import Sought
from portal.people.staff_list.exporting import HEADINGS, rows_of
from portal.people.titles import ROLE_TITLES
from portal.people.views.blueprint import people
from portal.people.views.units import day_asked_for
from portal.web.guard import guard
from portal.web.lists import CHUNK, each_page
from portal.web.pages import show

Row = tuple[object, ...]


@people.get("/people/export")
@guard(policies.see_directory, fresh=True)
def export_directory() -> Response:
    """Whoever the filters of the directory leave in it."""
    matching = queries.matching(g.person.organisation_id, Sought.read(request.args))
    rows = (
        (each.name, "; ".join(each.posts), each.base, each.email)
        for page in each_page(lambda after: queries.found(matching, after=after, size=CHUNK))
        for each in page.rows
    )
    headings = ("Name", "Work", "Base", "Work e-mail")
    return take_away("people.directory", "Directory", headings, rows)


@people.get("/people/staff-list")
@guard(policies_of_staff_list.see_staff_list)
def staff_list() -> Response:
    """What goes out when the whole staff list does."""
    people = queries.matching(g.person.organisation_id, Sought())
    return show("people/staff_list.html", number=people.number, more=people.more, columns=HEADINGS)


@people.get("/people/staff-list/export")
@guard(policies_of_staff_list.see_staff_list, fresh=True)
def export_staff_list() -> Response:
    """The posts of today, in the columns in which a staff list is brought in."""
    rows = rows_of(queries.held(g.person.organisation_id), today())
    return take_away("people.staff_list", "Staff list", HEADINGS, rows)


@people.get("/roles/<string:role>/people/export")
@guard(policies.see_holders, fresh=True)
def export_holders(role: str) -> Response:
    """Who holds a role today or will, and until when."""
    if role not in ROLE_TITLES:
        abort(404)
    own = g.person.organisation_id
    rows = (
        (person.name, held.started_on, held.ended_on)
        for page in each_page(lambda after: queries.holders(own, role, after=after, size=CHUNK))
        for held, person in page.rows
    )
    headings = ("Name", "From", "Until")
    return take_away("people.holders", ROLE_TITLES[role], headings, rows, role=role)


@people.get("/units/export")
@guard(policies_of_units.see_units)
def export_units() -> Response:
    """The tree of units on a day, with the posts in each."""
    own, day, every_term = g.person.organisation_id, day_asked_for(), see_every_term(g.person)
    units = units_queries.units_on(own, day)
    names = {unit.id: unit.name for unit in units}
    rows = (
        (
            line.unit.name,
            line.unit.kind.capitalize(),
            names.get(line.unit.parent_id) if line.unit.parent_id else None,
            line.whole.held,
            line.whole.vacant,
            *((line.whole.wte,) if every_term else ()),
        )
        for line in structure.lines(units, units_queries.figures_on(own, day))
    )
    wte = ("Whole-time equivalent",) if every_term else ()
    headings = ("Unit", "Kind", "Part of", "Posts held", "Posts vacant", *wte)
    return take_away("people.units", "Units", headings, rows, day=day.isoformat())


@people.get("/units/<uuid:unit_id>/export")
@guard(policies_of_units.see_unit, unit=Unit)
def export_unit(unit: Unit) -> Response:
    """Who worked in a unit on a day and as what; grade and hours where the reader may see them."""
    day, name = day_asked_for(), unit.name
    posts = [
        post
        for page in each_page(lambda after: units_queries.holders_on(unit, day, after, CHUNK))
        for post in page.rows
    ]
    seen = {post.id for post in posts if see_terms(g.person, post)}
    held = [
        (post.person.name, post.job_title, history.terms(post) if post.id in seen else "")
        for post in posts
    ]
    vacant = [("Vacant", post.job_title, "") for post in units_queries.vacancies_on(unit, day)]
    headings = ("Name", "Job", *(("Grade and hours",) if seen else ()))
    rows = (row[: len(headings)] for row in (*held, *vacant))
    return take_away("people.unit", name, headings, rows, of=unit, day=day.isoformat())
