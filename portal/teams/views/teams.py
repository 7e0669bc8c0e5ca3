"""Teams against their models: the list, one team on any day, and which model it keeps to."""

from flask import Response, g, request, url_for

from portal.audit.views import take_away
from portal.clock import today
from portal.people.models import Unit
from portal.people.operations.refusals import AnswerRefusedError
from portal.people.policies.posts import see_every_term
from portal.people.strengths import STRENGTHS, Strength
from portal.teams import operations, policies, queries
from portal.teams.forms.placing import OnDayForm, PutOnModelForm
from portal.teams.queries import Team
from portal.teams.standing import A_YEAR, Stands, continuity, stands
from portal.teams.views.blueprint import teams as blueprint
from portal.web import days
from portal.web.guard import guard
from portal.web.lists import Page, each_page
from portal.web.pages import done, show

Row = tuple[Team, Stands | None]


@blueprint.get("/teams")
@guard(policies.see_teams)
def teams() -> Response:
    """Each team with its model: how far it is from it, and whether its rules hold."""
    page = _page(request.args.get("after"))
    tags = queries.strands_of([team.id for team in page.rows])
    return show(
        "teams/teams.html",
        page=page,
        tags=tags,
        strands=[STRENGTHS[key] for key in queries.strands_in_use(g.person.organisation_id)],
        strand=_strand(),
        labels=STRENGTHS,
        rows=_rows(page),
        on=sum(queries.teams_on(g.person.organisation_id, today()).values()),
        sees_all=policies.see_every_team(g.person),
    )


@blueprint.get("/teams/export")
@guard(policies.see_teams, fresh=True)
def export_teams() -> Response:
    """The list of teams as a file."""
    rows = (
        (
            team.name,
            team.part_of,
            team.model.title if team.model else "",
            ", ".join(STRENGTHS[key].label for key in tags[team.id]),
            how.composition.missing if how else "",
            "; ".join(f"{each.balance.rule.words}: {each.title}" for each in how.rules)
            if how
            else "",
            "; ".join(each.ahead for each in how.rules if each.turn) if how else "",
        )
        for page in each_page(_page)
        for tags in (queries.strands_of([team.id for team in page.rows]),)
        for team, how in _rows(page)
    )
    headings = (
        "Team",
        "Part of",
        "Model",
        "Works on",
        "Places not filled",
        "Rules",
        "What changes",
    )
    return take_away("teams.teams", "Teams", headings, rows)


@blueprint.get("/teams/<uuid:unit_id>")
@guard(policies.see_team, unit=Unit)
def team(unit: Unit) -> Response:
    """A team on a day: slot by slot against its model, its rules, who came and went."""
    form = OnDayForm(request.args)
    day = (form.on.data if form.validate() else None) or today()
    own = queries.team_of(unit, day)
    seats = queries.seats_of([own], day, day - A_YEAR)[own.id]
    moves = policies.put_on_model(g.person, unit)  # only they are told of a newer edition
    latest = queries.latest_editions(unit.organisation_id) if moves else {}
    pods = queries.teams(unit.organisation_id, day, part_of=unit.id).rows
    units = [unit.id, *(pod.id for pod in pods if pod.model is None)]
    return show(
        "teams/team.html",
        form=form,
        unit=unit,
        team=own,
        day=day,
        how=stands(own.model, seats, day) if own.model else None,
        year=continuity(seats, day),
        strands=[STRENGTHS[key] for key in queries.strands_of([unit.id])[unit.id]],
        strengths=[
            (STRENGTHS[key], number) for key, number in queries.strengths_in(units, day).items()
        ],
        vacancies=queries.vacancies_in(unit, day),
        shows_wte=see_every_term(g.person),
        latest=latest,
        pods=pods,
    )


@blueprint.route("/teams/<uuid:unit_id>/model", methods=["GET", "POST"])
@guard(policies.put_on_model, unit=Unit)
def put_on_model(unit: Unit) -> Response:
    """Say which model a team keeps to, and from which day on."""
    own = queries.team_of(unit, today())
    now = f"{own.model.key} {own.number}" if own.model else ""
    form = PutOnModelForm(data={"model": now, "started_on": today()})
    form.offer(queries.latest_editions(unit.organisation_id), own.model, own.number)
    if form.is_submitted() and form.validate():
        try:
            said = _put(unit, form)
        except AnswerRefusedError as refusal:
            form[refusal.field].errors = [refusal.sentence]
        else:
            return done(url_for(".team", unit_id=unit.id), said)
    return show("teams/put_on_model.html", form=form, unit=unit)


def _put(unit: Unit, form: PutOnModelForm) -> str:
    """Put the team on what was chosen, and say so."""
    if form.chosen is None:
        operations.take_off_model(g.person, unit, form.day)
        return f"From {days.in_words(form.day)} {unit.name} keeps to no model."
    operations.put_on_model(g.person, unit, *form.chosen, form.day)
    return f"{unit.name} keeps to its model from {days.in_words(form.day)}."


def _strand() -> Strength | None:
    """The strand by which the list is narrowed, if the address names one."""
    return STRENGTHS.get(request.args.get("strand", ""))


def _page(after: str | None) -> Page:
    own, day, strand = g.person.organisation_id, today(), _strand()
    only = None
    if not policies.see_every_team(g.person):
        only = queries.concerning(g.person.id, day)
    return queries.teams(own, day, after=after, only=only, strand=strand.key if strand else "")


def _rows(page: Page) -> list[Row]:
    day = today()
    seats = queries.seats_of([team for team in page.rows if team.model], day)
    return [
        (team, stands(team.model, seats[team.id], day) if team.model else None)
        for team in page.rows
    ]
