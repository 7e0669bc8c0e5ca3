"""What is written into the ledger beside supervision: time to learn, points, who stands beside."""

from flask import Response, g, url_for

from portal.clock import today
from portal.induction.entry import NotPossibleError
from portal.induction.forms import CorrectionForm
from portal.induction.forms.promises import (
    DevelopmentTimeForm,
    MissTimeForm,
    TalkForm,
    WorkBesideForm,
    WorkloadForm,
    day_in,
)
from portal.induction.models import DevelopmentTime, Induction, TalkAsked
from portal.induction.models.promises import ABOUT
from portal.induction.operations import promises as operations
from portal.induction.policies import promises as policies
from portal.induction.promises.development import TAKEN, hours
from portal.induction.queries import promises as queries
from portal.induction.views.blueprint import induction
from portal.induction.views.promises import page_of
from portal.mentoring.queries import supervised_with
from portal.teams import operations as teams
from portal.web import days
from portal.web.guard import guard
from portal.web.pages import conflict, done, show


@induction.route("/inductions/<uuid:induction_id>/development-time/new", methods=["GET", "POST"])
@guard(policies.record_development_time, induction=Induction)
def record_development_time(induction: Induction) -> Response:
    """Book time to learn on a day to come, or write down what was taken."""
    form = DevelopmentTimeForm()
    if form.validate_on_submit():
        try:
            made = operations.record_development_time(
                g.person, induction, day=day_in(form.day), minutes=int(form.minutes.data)
            )
        except NotPossibleError as refusal:
            form.day.errors = list(refusal.args)
        else:
            said = f"Development time {made.state}: {hours(made.minutes)}"
            return done(page_of(induction), f"{said}, {days.in_words(made.day)}.")
    return show("induction/record_development_time.html", form=form, induction=induction)


@induction.post("/inductions/development-time/<uuid:entry_id>/taking")
@guard(policies.settle_development_time, entry=DevelopmentTime)
def take_development_time(entry: DevelopmentTime) -> Response:
    """Say that booked time was taken."""
    form = CorrectionForm()
    if form.is_stale(entry) and entry.state != TAKEN:
        again = MissTimeForm(None, entry=entry)
        return conflict("induction/miss_development_time.html", over=entry, form=again, entry=entry)
    try:
        operations.take_development_time(g.person, entry)
    except NotPossibleError as refusal:
        return done(page_of(entry.induction), " ".join(refusal.args))
    return done(page_of(entry.induction), "Development time taken.")


@induction.route("/inductions/development-time/<uuid:entry_id>/missing", methods=["GET", "POST"])
@guard(policies.settle_development_time, entry=DevelopmentTime)
def miss_development_time(entry: DevelopmentTime) -> Response:
    """Say why booked time was missed, and book another day."""
    form = MissTimeForm(entry=entry)
    page = "induction/miss_development_time.html"
    if form.validate_on_submit():
        if form.is_stale(entry):
            return conflict(page, over=entry, form=form, entry=entry)
        try:
            operations.miss_development_time(
                g.person, entry, reason=form.reason.data, to_on=form.to_on.data
            )
        except NotPossibleError as refusal:
            form.to_on.errors = list(refusal.args)
        else:
            return done(page_of(entry.induction), "The reason is kept.")
    return show(page, form=form, entry=entry)


@induction.route("/inductions/<uuid:induction_id>/workload", methods=["GET", "POST"])
@guard(policies.count_workload, induction=Induction)
def count_workload(induction: Induction) -> Response:
    """Write down how many points the person carries; no case is named."""
    form = WorkloadForm()
    if form.validate_on_submit():
        try:
            teams.count_workload(
                g.person, induction.person, counted_on=day_in(form.counted_on),
                points=form.points.data or 0, today=today(),
            )  # fmt: skip
        except teams.ImpossibleCountError as refusal:
            form.counted_on.errors = list(refusal.args)
        else:
            return done(page_of(induction), f"Workload saved: {form.points.data} points.")
    ceiling = queries.terms_of(induction).ceiling(today())
    return show("induction/count_workload.html", form=form, induction=induction, ceiling=ceiling)


@induction.route("/inductions/<uuid:induction_id>/work-beside", methods=["GET", "POST"])
@guard(policies.decide_work_beside, induction=Induction)
def decide_work_beside(induction: Induction) -> Response:
    """Name who stands beside somebody, or say from when they hold a kind of work alone."""
    form = WorkBesideForm()
    team = [one for one, leads in supervised_with(g.person, today()) if leads]
    rules = [each for each in queries.terms_of(induction).rules({}, today()) if not each.is_over]
    form.offer(rules, [g.person, *queries.who_may_stand_beside(team, induction)])
    if rules and form.validate_for(induction.started_on):
        operations.decide_work_beside(g.person, induction, **form.decision())
        return done(page_of(induction), "Saved. They have been told.")
    decided = queries.rules_of(induction)
    return show("induction/decide_work_beside.html", form=form, induction=induction, rules=decided)


@induction.route("/inductions/<uuid:induction_id>/in-confidence", methods=["GET", "POST"])
@guard(policies.ask_in_confidence, hidden=True, induction=Induction)
def ask_in_confidence(induction: Induction) -> Response:
    """My protection is not happening: ask to speak with the coordinator, and nobody else."""
    own = induction.person_id == g.person.id
    form = TalkForm() if own else None
    if form is not None and form.validate_on_submit():
        operations.ask_in_confidence(g.person, induction, form.about.data)
        said = "The coordinator will get in touch with you. Nobody else is told."
        return done(url_for(".ask_in_confidence", induction_id=induction.id), said)
    talks = queries.talks_of(induction)
    return show(
        "induction/ask_in_confidence.html",
        form=form, induction=induction, talks=talks, talk_words=ABOUT,
    )  # fmt: skip


@induction.post("/inductions/talks/<uuid:talk_id>/answering")
@guard(policies.answer_in_confidence, hidden=True, talk=TalkAsked)
def answer_in_confidence(talk: TalkAsked) -> Response:
    """Note that the two have spoken."""
    operations.answer_in_confidence(g.person, talk)
    place = url_for(".ask_in_confidence", induction_id=talk.induction_id)
    return done(place, "Noted that you have spoken.")
