"""Pairing people: here, because who assesses whom is known only above coaching and mentoring."""

from collections.abc import Sequence

from flask import Response, g, request, url_for

from portal.clock import today
from portal.home import policies
from portal.home.views.blueprint import home
from portal.induction.queries import assessors_of
from portal.mentoring import operations, queries
from portal.mentoring.eligibility import NotEligibleError
from portal.mentoring.forms import PairForm
from portal.mentoring.models import COACHING, Pairing, PairProposal
from portal.web.arguments import ids
from portal.web.guard import guard
from portal.web.pages import done, show


@home.route("/pairings/new", methods=["GET", "POST"])
@guard(policies.pair)
def pair() -> Response:
    """Propose one coach or mentor to one person or several; or pair those who have agreed."""
    form = _form()
    sent = form.is_submitted() and "find" not in request.form and form.validate()
    if sent and not _asks_of_assessing(form):
        try:
            return _paired(form) if form.has_agreed.data else _proposed(form)
        except NotEligibleError as refusal:
            form.people.errors = list(refusal.args)
    return show("home/pair.html", form=form)


def _asks_of_assessing(form: PairForm) -> bool:
    """Whether it must be said first that a coach may assess the same person; the form asks it."""
    two = form.pair()
    if two["kind"] != COACHING or form.assesses_too.data:
        return False
    assessors = assessors_of([person.id for person in two["people"]])
    coach = two["coach"]
    both = [each.name for each in two["people"] if coach.id in assessors.get(each.id, ())]
    if both:
        asked = f"{coach.name} assesses {', '.join(both)}. Tick this if that is meant so"
        form.assesses_too.errors = [asked]
    return bool(both)


def _form() -> PairForm:
    """The form with the coaches, the people found, and those who are ticked already."""
    organisation_id, day = g.person.organisation_id, today()
    form = PairForm()
    if not form.is_submitted():
        form.people.data = request.args.getlist("people")
    kept = queries.people_named(organisation_id, ids(form.people.data or []), day)
    found = queries.people_to_pair(organisation_id, form.q.data or "", day)
    people = [*kept, *(person for person in found if person not in kept)]
    form.offer(queries.coaches(organisation_id, day), people, queries.teams_of(people, day))
    return form


def _paired(form: PairForm) -> Response:
    answers = form.pair()
    assessors = assessors_of([person.id for person in answers["people"]])
    made = operations.pair_each(g.person, answers.pop("coach"), **answers, assessors=assessors)
    said = f"{made[0].coach.name} now supports {_listed(made)}."
    return done(url_for("mentoring.pairings"), said)


def _proposed(form: PairForm) -> Response:
    answers = form.pair()
    made = operations.propose_each(
        g.person,
        [(answers["coach"], person) for person in answers["people"]],
        kind=answers["kind"],
        started_on=answers["started_on"],
        assessors=assessors_of([person.id for person in answers["people"]]),
        days_to_answer=form.days,
    )
    said = f"Proposed to {made[0].coach.name} and {_listed(made)}. Each is asked to say yes or no."
    return done(url_for("mentoring.proposals"), said)


def _listed(made: Sequence[Pairing | PairProposal]) -> str:
    names = [each.supported.name for each in made]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
