"""Group sessions: mine, logging one with who was there, and putting one right."""

from uuid import UUID

from flask import Response, g, request, url_for

from portal.audit.views import take_away
from portal.clock import today
from portal.mentoring import gatherings, lengths, operations, policies, queries
from portal.mentoring.forms import GroupCorrectionForm, GroupForm, TeamSessionForm
from portal.mentoring.forms.groups import Present
from portal.mentoring.models import Session, TeamCoach
from portal.mentoring.operations import AlreadyLoggedError
from portal.mentoring.views.blueprint import mentoring
from portal.web import days
from portal.web.arguments import ids
from portal.web.guard import guard
from portal.web.numbers import counted
from portal.web.pages import conflict, done, elsewhere, show


@mentoring.get("/group-sessions")
@guard(policies.see_my_groups)
def groups() -> Response:
    """The group sessions that I led or was at, last first."""
    page = queries.groups_page(g.person, request.args.get("after"))
    number, minutes = queries.groups_since(g.person, today().replace(month=1, day=1))
    return show(
        "mentoring/groups.html", page=page, number=number, lasting=lengths.in_words(minutes)
    )


@mentoring.get("/group-sessions/export")
@guard(policies.see_my_groups)
def export_groups() -> Response:
    """The group sessions that I led or was at, as a file."""
    rows = (
        (
            each.held_on,
            gatherings.in_words(each.form),
            each.title,
            each.led_by.name if each.led_by else "",
            each.minutes,
            each.medium,
        )
        for each in queries.every_group(g.person)
    )
    headings = ("Day", "What it was", "Called", "Led by", "Minutes", "How")
    return take_away("mentoring.groups", "My group sessions", headings, rows, of=g.person)


@mentoring.route("/group-sessions/new", methods=["GET", "POST"])
@guard(policies.log_group)
def log_group() -> Response:
    """A group session that I led: the day, the length, and who was there."""
    form = GroupForm(forms=gatherings.OF_NO_TEAM, asked=request.args.get("of"))
    colleagues = _colleagues() if form.chosen == gatherings.COACHES else []
    form.offer([*colleagues, *_found(form, {person.id for person, _ in colleagues})])
    form.tick(_ticked(form.chosen, colleagues))
    if form.is_submitted() and "find" not in request.form and form.validate():
        made = operations.record_group(g.person, form.those_there(), **form.group())
        return done(url_for(".groups"), _said(made, len(form.those_there())))
    return show("mentoring/log_group.html", form=form)


@mentoring.route("/team-coaching/<uuid:team_coach_id>/sessions/new", methods=["GET", "POST"])
@guard(policies.log_team_session, team_coach=TeamCoach)
def log_team_session(team_coach: TeamCoach) -> Response:
    """A session of the whole team, or a conversation in its corridor, with who was there."""
    form = TeamSessionForm(forms=gatherings.OF_A_TEAM, asked=request.args.get("of"))
    present = queries.people_of_team(team_coach.unit_id, today(), but=g.person.id)
    form.offer(present)
    form.tick(_ticked(form.chosen, present))
    if form.validate_on_submit():
        try:
            made = operations.record_group(
                g.person, form.those_there(), unit=team_coach.unit, **form.group()
            )
        except AlreadyLoggedError as refusal:
            return _first(form, refusal.first, team_coach)
        team = url_for(".team", team_coach_id=team_coach.id)
        return done(team, _said(made, len(form.those_there())))
    return show("mentoring/log_team_session.html", form=form, team=team_coach)


@mentoring.route("/group-sessions/<uuid:session_id>/correction", methods=["GET", "POST"])
@guard(policies.correct_group, session=Session)
def correct_group(session: Session) -> Response:
    """Put a group session right: its day, its length, and who was there."""
    there = queries.attendance_of(session)
    form = GroupCorrectionForm(session=session)
    ticked = ids(form.people.data or [])  # somebody else may have taken them out meanwhile
    named = queries.people_named(g.person.organisation_id, ticked, today())
    form.offer(_concerned(session, there | {person.id for person in named}))
    form.tick(sorted(there, key=str))
    page = "mentoring/correct_group.html"
    if form.validate_on_submit():
        if form.is_stale(session):
            return conflict(page, over=session, form=form, session=session)
        operations.correct_group(g.person, session, form.those_there(), **form.session())
        return done(url_for(".groups"), f"{session.title} changed.")
    return show(page, form=form, session=session)


def _found(form: GroupForm, but: set[UUID]) -> Present:
    """Those who are ticked already, and those whom the search finds, with who is away."""
    organisation_id, day = g.person.organisation_id, today()
    kept = queries.people_named(organisation_id, ids(form.people.data or []), day)
    found = queries.people_in_a_group(organisation_id, form.q.data or "", day)
    once = {each.id: each for each in (*kept, *found) if each.id not in but | {g.person.id}}
    away = queries.away_among(once.keys(), day)
    return [(each, each.id in away) for each in once.values()]


def _colleagues() -> Present:
    """Every coach and mentor but me, with who is away."""
    day = today()
    people = [each.person for each in queries.coaches(g.person.organisation_id, day)]
    mine = [each for each in people if each.id != g.person.id][: queries.MOST_TICKED]
    away = queries.away_among([each.id for each in mine], day)
    return [(each, each.id in away) for each in mine]


def _concerned(session: Session, there: set[UUID]) -> Present:
    """Who was there, and where it was a team's also who is in the team."""
    were = queries.people_who_were_there(there, today())
    if session.unit_id is None:
        return were
    team = queries.people_of_team(session.unit_id, today(), but=g.person.id)
    return [*team, *(row for row in were if row[0].id not in {each.id for each, _ in team})]


def _ticked(form: str, present: Present) -> list[UUID]:
    people = [person.id for person, _ in present]
    away = [person.id for person, is_away in present if is_away]
    return gatherings.ticked(form, people, away)


def _first(form: TeamSessionForm, first: Session, team: TeamCoach) -> Response:
    """Lead to the team session that the day has already, or say that it is there."""
    if policies.correct_group(g.person, first):
        return elsewhere(url_for(".correct_group", session_id=first.id))
    form.refuse_day(f"A team session of {days.in_words(first.held_on)} is logged already")
    return show("mentoring/log_team_session.html", form=form, team=team)


def _said(made: Session, there: int) -> str:
    people = counted(there, "person", "people")
    day = "today" if made.held_on == today() else days.in_words(made.held_on)
    return f"{made.title} saved: {day}, {made.length}, {people}."
