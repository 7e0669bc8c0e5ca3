"""What I offer, what I look for, with whom I should not be paired; and the coordinator's lists."""

from flask import Response, g, request, url_for

from portal.clock import today
from portal.matching import operations, policies, queries
from portal.matching.choices import GOALS, LANGUAGES, PRACTICES, listed
from portal.matching.forms import GoalsForm, OfferForm, RulingOutForm
from portal.matching.models import RuledOut
from portal.matching.views.blueprint import matching
from portal.people.queries import strengths_of
from portal.people.strengths import GROUPS
from portal.web.guard import guard
from portal.web.pages import conflict, done, show


@matching.route("/my-offer", methods=["GET", "POST"])
@guard(policies.my_offer)
def my_offer() -> Response:
    """What I offer as a coach or mentor."""
    offer, form, page = queries.offer_of(g.person), OfferForm(), "matching/my_offer.html"
    if not form.is_submitted():
        form.show(g.person, offer, [] if offer else strengths_of(g.person.id))
    elif form.validate():
        if offer and form.is_stale(offer):
            return conflict(page, over=offer, form=form, offer=offer, groups=GROUPS)
        changed = operations.keep_offer(g.person, **form.offer())
        return done(url_for(".my_offer"), _said(changed))
    return show(page, form=form, offer=offer, groups=GROUPS)


@matching.route("/my-goals", methods=["GET", "POST"])
@guard(policies.my_goals)
def my_goals() -> Response:
    """What I look for in a coach or mentor."""
    need, form, page = queries.need_of(g.person), GoalsForm(), "matching/my_goals.html"
    if not form.is_submitted():
        form.show(need)
    elif form.validate():
        if need and form.is_stale(need):
            return conflict(page, over=need, form=form, need=need, groups=GROUPS)
        changed = operations.keep_need(g.person, **form.need())
        return done(url_for(".my_goals"), _said(changed))
    return show(page, form=form, need=need, groups=GROUPS)


@matching.route("/never-with", methods=["GET", "POST"])
@guard(policies.never_with)
def never_with() -> Response:
    """With whom I should not be paired."""
    form = RulingOutForm()
    form.offer(queries.people_to_rule_out(g.person, form.q.data or "", today()))
    if form.is_submitted() and "find" not in request.form and form.validate():
        made = operations.rule_out(g.person, form.found[form.other.data])
        return done(url_for(".never_with"), f"You will not be paired with {made.other.name}.")
    return show("matching/never_with.html", form=form, rows=queries.all_ruled_out(g.person))


@matching.post("/never-with/<uuid:ruled_out_id>/ending")
@guard(policies.end_ruling_out, hidden=True, ruled_out=RuledOut)
def end_ruling_out(ruled_out: RuledOut) -> Response:
    """Take back that I should not be paired with somebody."""
    name = ruled_out.other.name
    operations.end_ruling_out(g.person, ruled_out)
    return done(url_for(".never_with"), f"You may be paired with {name} again.")


@matching.get("/offers")
@guard(policies.see_offers)
def offers() -> Response:
    """What coaches and mentors offer, for the coordinator."""
    page = queries.offers_page(g.person, today(), request.args.get("after"))
    return show("matching/offers.html", page=page, listed=listed, goals=GOALS, practices=PRACTICES)


@matching.get("/needs")
@guard(policies.see_offers)
def needs() -> Response:
    """What people look for, for the coordinator."""
    page = queries.needs_page(g.person, today(), request.args.get("after"))
    return show(
        "matching/needs.html",
        page=page,
        listed=listed,
        goals=GOALS,
        practices=PRACTICES,
        languages=LANGUAGES,
    )


def _said(changed: bool) -> str:
    return "Saved." if changed else "Nothing was changed."
