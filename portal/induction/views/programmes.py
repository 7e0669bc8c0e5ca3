"""Programmes: what each gives, which are offered here, and what somebody's year is on."""

from dataclasses import dataclass
from typing import Any

from flask import Response, abort, g, url_for

from portal.induction import explaining, operations, policies, programmes, queries
from portal.induction.forms import CopyForm, OfferForm
from portal.induction.models import InductionItem, OwnProgramme
from portal.induction.programmes import Item, Programme, Task
from portal.induction.programmes.template import ReviewPart
from portal.induction.views.blueprint import induction
from portal.web.guard import guard
from portal.web.pages import done, show

SHIPPED = "/inductions/programmes/<string:programme_key>/<string:programme_version>"


@dataclass(frozen=True)
class Shown:
    """One programme in the list: where its page is, and whether it is offered here."""

    programme: Programme
    href: str
    lead: str
    state: str
    is_offered: bool


@induction.get("/inductions/programmes", endpoint="programmes")
@guard(policies.programmes)
def programmes_page() -> Response:
    """Every programme here: our own, and those that come with the portal."""
    here = g.person.organisation_id
    own = [each for each in queries.own_programmes(here) if policies.own_programme(g.person, each)]
    known = [(each.key, str(each.number)) for each in own]
    known += [(each.key, each.version) for each in programmes.every()]
    used = queries.programmes_in_use(here, known)
    chosen = queries.choices(here)
    shipped = [_shipped(each, chosen, used) for each in programmes.every()]
    ours = [_own(each, used) for each in own]
    return show("induction/programmes.html", shipped=shipped, own=ours)


@induction.get(SHIPPED)
@guard(policies.programme)
def programme(programme_key: str, programme_version: str) -> Response:
    """What one programme that comes with the portal gives to whoever is enrolled."""
    found = _found(programme_key, programme_version)
    here = g.person.organisation_id
    pair = (found.key, found.version)
    return show(
        "induction/programme.html",
        programme=found,
        lead=explaining.lead(found, pair in queries.programmes_in_use(here, [pair])),
        stages=explaining.parts(found),
        is_offered=queries.choices(here).get(pair, found.is_offered),
        form=CopyForm(),
    )


@induction.post(f"{SHIPPED}/offer")
@guard(policies.offer_programme)
def offer_programme(programme_key: str, programme_version: str) -> Response:
    """Offer a programme that comes with the portal when people are enrolled, or no longer."""
    found = _found(programme_key, programme_version)
    is_offered = OfferForm().is_offered.data == "yes"
    operations.offer_programme(g.person, found, is_offered=is_offered)
    said = "offered when people are enrolled" if is_offered else "no longer offered"
    return done(_page_of(found), f"{found.name}: {said}.")


@induction.post(f"{SHIPPED}/copy")
@guard(policies.copy_programme)
def copy_programme(programme_key: str, programme_version: str) -> Response:
    """Begin a programme of our own from one that comes with the portal."""
    found = _found(programme_key, programme_version)
    own = operations.copy_programme(g.person, found)
    said = "This is a draft of your own. Nobody can be enrolled on it until you publish it."
    return done(url_for(".own_programme", own_id=own.id), said)


@induction.app_template_global()
def programme_facts(programme: Programme) -> list[tuple[str, str]]:
    """What a programme lays down, each with the word for it."""
    return explaining.facts(programme)


@induction.app_template_global()
def programme_tasks(programme: Programme) -> list[tuple[str, str, str]]:
    """What is done before day one and in the first weeks: what, when, by whom."""
    return explaining.tasks(programme)


@induction.app_template_global()
def item_words(item: Item) -> str:
    """When an item is due and whose it is."""
    return explaining.due_and_owner(item)


@induction.app_template_global()
def task_words(task: Task) -> str:
    """When a task of the first weeks is due and who does it."""
    return explaining.task_due_and_doer(task)


@induction.app_template_global()
def length_words(item: InductionItem) -> str:
    """About how long what somebody writes for an item of their year usually is."""
    return explaining.length(*item.induction.programme.length_of(item.code))


@induction.app_template_global()
def review_part_words(part: ReviewPart) -> str:
    """Who writes a part of a review, and what helps to write it."""
    return explaining.writer_and_prompt(part.owner, part.prompt)


@induction.app_template_global()
def row_words(part: str, row: dict[str, Any]) -> tuple[str, str]:
    """How a row of a draft's list reads: its title and what stands under it."""
    return explaining.row(part, row)


def _found(key: str, version: str) -> Programme:
    if not programmes.is_shipped(key, version):
        abort(404)
    return programmes.pinned(key, version)


def _shipped(
    each: Programme, chosen: dict[tuple[str, str], bool], used: set[tuple[str, str]]
) -> Shown:
    pair = (each.key, each.version)
    is_offered = chosen.get(pair, each.is_offered)
    state = "Offered" if is_offered else "Not offered"
    return Shown(each, _page_of(each), explaining.lead(each, pair in used), state, is_offered)


def _own(own: OwnProgramme, used: set[tuple[str, str]]) -> Shown:
    each = own.programme
    state = "Draft" if own.is_draft else "Offered" if own.is_offered else "Closed"
    href = url_for(".own_programme", own_id=own.id)
    return Shown(
        each, href, explaining.lead(each, (own.key, str(own.number)) in used), state, own.is_offered
    )


def _page_of(each: Programme) -> str:
    return url_for(".programme", programme_key=each.key, programme_version=each.version)
