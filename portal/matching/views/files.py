"""The lists of matching as files, with what their pages show."""

from collections.abc import Iterator

from flask import Response, g

from portal.audit.views import take_away
from portal.clock import today
from portal.matching import policies, queries
from portal.matching.choices import GOALS, PRACTICES, listed
from portal.matching.models import MatchRound
from portal.matching.views.blueprint import matching
from portal.web.guard import guard

Row = tuple[object, ...]


@matching.get("/offers/export")
@guard(policies.see_offers, fresh=True)
def export_offers() -> Response:
    headings = (
        "Name", "Offers", "People at most", "Supports now", "Asked for", "Hours a month",
        "Area of practice", "Can help with", "Training", "Nobody new until",
    )  # fmt: skip
    return take_away("matching.offers", "Offers", headings, _offers())


@matching.get("/needs/export")
@guard(policies.see_offers, fresh=True)
def export_needs() -> Response:
    headings = ("Name", "Looks for", "Has coaching", "Has mentoring", "Area of practice", "Goals")
    return take_away("matching.needs", "Needs", headings, _needs())


@matching.get("/rounds/export")
@guard(policies.see_rounds, fresh=True)
def export_rounds() -> Response:
    rows = (
        (each.name, each.kind, each.state, each.closes_on, each.opened_at, each.published_at)
        for each in queries.every_round(g.person)
    )
    headings = ("Round", "What for", "State", "Last day", "Opened", "Published")
    return take_away("matching.rounds", "Matching rounds", headings, rows)


@matching.get("/rounds/<uuid:round_id>/pairs/export")
@guard(policies.see_round, round=MatchRound, fresh=True)
def export_pairs(round: MatchRound) -> Response:
    rows = (
        (pair.person.name, pair.coach.name, pair.is_locked, " ".join(pair.reasons),
         " ".join(pair.cautions))
        for pair in queries.every_pair(round)
        if pair.coach
    )  # fmt: skip
    headings = ("Person", "Coach or mentor", "Kept by hand", "Why", "To know")
    return take_away("matching.pairs", "Pairs of a round", headings, rows, of=round)


@matching.get("/rounds/<uuid:round_id>/waiting/export")
@guard(policies.see_round, round=MatchRound, fresh=True)
def export_waiting(round: MatchRound) -> Response:
    rows = (
        (pair.person.name, pair.why, pair.least) for pair in queries.every_pair(round, waiting=True)
    )
    headings = ("Person", "Why", "What would be enough")
    return take_away("matching.waiting", "Without anybody", headings, rows, of=round)


def _offers() -> Iterator[Row]:
    for offer, supports, asked in queries.every_offer(g.person, today()):
        yield (
            offer.person.name, ", ".join(offer.kinds), offer.people, supports, asked, offer.hours,
            PRACTICES.get(offer.practice, ""), listed(offer.strengths, GOALS), offer.trained_on,
            offer.paused_until,
        )  # fmt: skip


def _needs() -> Iterator[Row]:
    for need, coached, mentored in queries.every_need(g.person, today()):
        yield (
            need.person.name, ", ".join(need.kinds), coached, mentored,
            PRACTICES.get(need.practice, ""), listed(need.goals, GOALS),
        )  # fmt: skip
