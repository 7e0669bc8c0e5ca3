"""The workload of a team in points: the total for everybody in it, one's own, and one's people."""

from collections.abc import Sequence

from flask import Response, g, url_for

from portal.clock import today
from portal.home import policies
from portal.home.forms import TeamCountsForm
from portal.home.queries.team_workload import Member, members
from portal.home.views.blueprint import home
from portal.people.models import Unit
from portal.teams import operations, workload
from portal.web.guard import guard
from portal.web.numbers import counted
from portal.web.pages import done, show


@home.route("/teams/<uuid:unit_id>/workload", methods=["GET", "POST"])
@guard(policies.team_workload, unit=Unit)
def team_workload(unit: Unit) -> Response:
    """The team against its ceilings; who manages in it, and each for themself, writes counts."""
    everybody = members(unit, today())
    mine = [each for each in everybody if _may_count(each)]
    form = TeamCountsForm(rows=[_row(each) for each in mine])
    if form.is_submitted() and form.validate():
        number = _count(form, mine)
        kept = f"{counted(number, 'count is', 'counts are')} kept for today."
        said = kept if number else "Nothing was counted."
        return done(url_for(".team_workload", unit_id=unit.id), said)
    rows = {row.form.person.data: row for row in form.rows}
    return show(
        "home/team_workload.html",
        form=form,
        unit=unit,
        mine=[(each, rows[str(each.person.id)]) for each in mine if str(each.person.id) in rows],
        total=workload.team_total([each.carried for each in everybody]),
        own=next((each.carried for each in mine if each.person.id == g.person.id), None),
    )


def _may_count(member: Member) -> bool:
    """Oneself, and whom one manages."""
    return bool(member.person.id == g.person.id or g.person.manages(member.posts))


def _row(member: Member) -> dict[str, object]:
    return {"person": str(member.person.id), "points": member.carried.points}


def _count(form: TeamCountsForm, mine: Sequence[Member]) -> int:
    """Keep every number that was written, for those who may be counted; how many they were."""
    people = {str(each.person.id): each.person for each in mine}
    said = {row.person.data: row.points.data for row in form.rows if row.points.data is not None}
    for key in people.keys() & said.keys():
        operations.count_workload(
            g.person, people[key], counted_on=today(), points=said[key], today=today()
        )
    return len(people.keys() & said.keys())
