"""How the scheme stands, for the coordinator: figures and facts, never a note and never a topic."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, NamedTuple
from uuid import UUID

from flask import Response, g, url_for

from portal.audit.views import take_away
from portal.clock import today
from portal.mentoring import lengths, operations, policies, queries, scheme
from portal.mentoring.forms import RhythmForm
from portal.mentoring.models import KINDS
from portal.mentoring.queries import PairStanding
from portal.mentoring.queries.hours import OF_SCHEME
from portal.mentoring.views.blueprint import mentoring
from portal.web.guard import guard
from portal.web.pages import conflict, done, show

LATELY = timedelta(weeks=12)
MOST_SHOWN = 50


class Load(NamedTuple):
    """One coach or mentor: how many people they support, and what they held lately."""

    name: str
    people: int
    sessions: int
    minutes: int

    @property
    def length(self) -> str:
        """How long these sessions were together, in words."""
        return lengths.in_words(self.minutes) if self.minutes else ""


@mentoring.get("/scheme")
@guard(policies.see_scheme)
def scheme_page() -> Response:
    """How many pairs meet as agreed, who has gone quiet, who supports how many, what ended."""
    house, day = g.person.organisation_id, today()
    pairs = queries.standings(house, day)
    months = scheme.months_up_to(day)
    loads = _loads(house, pairs)
    ended = scheme.by_month(months, queries.endings(house, months[-1], day))
    return show(
        "mentoring/scheme.html",
        stands=scheme.stands(pairs, day),
        rhythm=queries.scheme_rhythm(house),
        loads=loads[:MOST_SHOWN],
        more=max(0, len(loads) - MOST_SHOWN),
        ended=[month for month in ended if month.numbers],
        about=queries.topic_totals(house, months[-1]),
        held=scheme.by_month(months, queries.scheme_hours(house, months[-1])),
        most_shown=MOST_SHOWN,
        kinds=KINDS,
        all_kinds=OF_SCHEME,
    )


@mentoring.get("/scheme/export")
@guard(policies.see_scheme, fresh=True)
def export_scheme() -> Response:
    """How many people each coach and mentor supports, and what they held lately."""
    house = g.person.organisation_id
    rows = (
        (one.name, one.people, one.sessions, one.minutes)
        for one in _loads(house, queries.standings(house, today()))
    )
    headings = ("Coach or mentor", "People", "Sessions in 12 weeks", "Minutes in 12 weeks")
    return take_away("mentoring.scheme", "Coaches and mentors", headings, rows)


@mentoring.route("/scheme/rhythm", methods=["GET", "POST"])
@guard(policies.agree_rhythm)
def agree_rhythm() -> Response:
    """How often pairs mean to meet, and after how many more weeks the coordinator hears."""
    agreed = queries.scheme_rhythm(g.person.organisation_id)
    form = RhythmForm(agreed=agreed)
    page = "mentoring/agree_rhythm.html"
    if form.validate_on_submit():
        if form.is_stale(agreed):
            return conflict(page, over=agreed, form=form)
        changed = operations.agree_rhythm(g.person, agreed, **form.agreed())
        return done(url_for(".scheme_page"), "Saved." if changed else "Nothing was changed.")
    return show(page, form=form)


def _loads(organisation_id: UUID, pairs: Sequence[PairStanding]) -> list[Load]:
    """Everybody who may support somebody or does, by name."""
    day = today()
    names = {each.person.id: each.person.name for each in queries.coaches(organisation_id, day)}
    names |= {each.coach_id: each.coach_name for each in pairs}
    people: dict[Any, int] = dict.fromkeys(names, 0)
    for each in pairs:
        people[each.coach_id] += 1
    held = queries.sessions_by_coach(organisation_id, day - LATELY)
    return sorted(
        (Load(name, people[who], *held.get(who, (0, 0))) for who, name in names.items()),
        key=lambda load: load.name,
    )
