"""The page of data quality, and what mends the data from there."""

from typing import Any

from flask import Response, abort, g, request, url_for

from portal.audit.views import take_away
from portal.clock import today
from portal.database import db
from portal.people.forms.quality import AddressForm, GiveManagerForm
from portal.people.models import Person
from portal.people.operations import quality as operations
from portal.people.operations.refusals import AnswerRefusedError
from portal.people.policies import quality as policies
from portal.people.quality import judging
from portal.people.queries import quality as queries
from portal.people.views.blueprint import people
from portal.web.arguments import ids
from portal.web.guard import guard
from portal.web.numbers import counted
from portal.web.pages import done, show

FIRST = 3
KIND = "people/quality_kind.html"
NO_MANAGER = "no-manager"


@people.get("/people/quality")
@guard(policies.see_data_quality)
def data_quality() -> Response:
    if "kind" in request.args:
        return _kind_page(_kind())
    found = queries.findings(g.person.organisation_id, today())
    return show(
        "people/data_quality.html",
        lead=judging.lead(found.numbers),
        kinds=[kind for kind in judging.KINDS if found.numbers[kind.key]],
        in_order=[kind for kind in judging.KINDS if not found.numbers[kind.key]],
        numbers=found.numbers,
        most=judging.COUNTED_TO,
        first=queries.first_names(found, FIRST),
    )


@people.get("/people/quality/export")
@guard(policies.see_data_quality, fresh=True)
def export_data_quality() -> Response:
    if "kind" not in request.args:
        return _numbers()
    kind, asking = _kind(), _asking()
    rows = (
        (line.name, line.staff_number, line.work, line.says)
        for line in queries.every_line(kind.key, asking)
    )
    headings = ("Name", "Staff number", "Work", "What is to be seen")
    return take_away("people.data_quality", kind.title, headings, rows, about=kind.key)


@people.post("/people/quality/managers")
@guard(policies.give_manager)
def give_manager() -> Response:
    form = GiveManagerForm()
    form.offer(g.person.organisation_id, today())
    if not form.validate():
        return _kind_page(judging.BY_KEY[NO_MANAGER], form)
    manager = db.session.get_one(Person, form.manager_id)
    try:
        number = operations.give_manager(g.person, manager, form.versions)
    except AnswerRefusedError as refusal:
        form.manager.errors = [refusal.sentence]
        return _kind_page(judging.BY_KEY[NO_MANAGER], form)
    except operations.AboveThemselvesError as refusal:
        form.refuse_circle(manager.name, refusal.args[0])
        return _kind_page(judging.BY_KEY[NO_MANAGER], form)
    except operations.ChangedMeanwhileError:
        return _kind_page(judging.BY_KEY[NO_MANAGER], form, overtaken=True)
    return done(_address(NO_MANAGER), f"{manager.name} manages {_people(number)} more.")


@people.post("/people/<uuid:person_id>/address")
@guard(policies.settle_address, person=Person)
def settle_address(person: Person) -> Response:
    """The address is theirs, or with `not_theirs` it is not; nothing where that was overtaken."""
    form, name = AddressForm(), person.name
    if form.is_stale(person) and not form.is_so_already(person):
        return _kind_page(judging.BY_KEY["address"], overtaken=True)
    if form.is_theirs:
        address = operations.settle_address(g.person, person)
        return done(_address("address"), f"{address} is {name}’s." if address else "")
    address = operations.leave_address(g.person, person)
    return done(_address("address"), f"{address} is not {name}’s." if address else "")


@people.post("/people/<uuid:person_id>/asking")
@guard(policies.ask_when_qualified, person=Person)
def ask_when_qualified(person: Person) -> Response:
    asked = operations.ask_when_qualified(g.person, person)
    said = f"{person.name} has been asked." if asked else f"{person.name} knows already."
    return done(_address("qualified-unknown"), said)


def _numbers() -> Response:
    """The kinds and how many there are of each, as the first page has them."""
    numbers = queries.findings(g.person.organisation_id, today()).numbers
    most = judging.COUNTED_TO
    rows = (
        (each.title, f"{most:,}+" if numbers[each.key] > most else numbers[each.key], each.why)
        for each in judging.KINDS
    )
    headings = ("What", "How many", "Why it matters")
    return take_away("people.data_quality", "Data quality", headings, rows)


def _kind_page(
    kind: judging.Kind, form: GiveManagerForm | None = None, *, overtaken: bool = False
) -> Response:
    asking = _asking()
    team = next(iter(ids([request.values.get("team", "")])), None)
    after = request.values.get("after")
    more: dict[str, Any] = {}
    if kind.key == NO_MANAGER:
        more["teams"] = queries.teams_without_managers(asking.found, asking.today)
        form = form or GiveManagerForm(None)
    return show(
        KIND,
        form=form,
        status=409 if overtaken else None,
        kind=kind,
        number=asking.found.numbers[kind.key],
        most=judging.COUNTED_TO,
        page=queries.page_of_kind(kind.key, asking, after=after, team=team),
        team=team,
        overtaken=overtaken,
        **more,
    )


def _asking() -> queries.Asking:
    own = g.person.organisation_id
    return queries.Asking(own, today(), queries.findings(own, today()))


def _kind() -> judging.Kind:
    return judging.BY_KEY.get(request.args.get("kind", "")) or abort(404)


def _address(kind: str) -> str:
    return url_for("people.data_quality", kind=kind)


def _people(number: int) -> str:
    return counted(number, "person", "people")
