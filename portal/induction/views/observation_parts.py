"""One direct observation: its sections, each written by whoever it belongs to."""

from flask import Response, g, url_for

from portal.audit import record_view
from portal.induction import observing
from portal.induction.entry import NotPossibleError
from portal.induction.forms.observations import PartForm, SectionForm
from portal.induction.models import Observation, ObservationSection
from portal.induction.observed import Part
from portal.induction.operations import observation_parts as operations
from portal.induction.policies import observations as policies
from portal.induction.queries import observations as queries
from portal.induction.views.blueprint import induction
from portal.web.guard import guard
from portal.web.pages import conflict, done, show


@induction.get("/observations/<uuid:observation_id>")
@guard(policies.see_observation, observation=Observation)
def observation(observation: Observation) -> Response:
    """One observation: when, by whom, what is written, and what is next."""
    return _page(observation)


@induction.route("/observations/sections/<uuid:section_id>", methods=["GET", "POST"])
@guard(policies.write_section, section=ObservationSection)
def write_section(section: ObservationSection) -> Response:
    """Write one section; two windows on one section keep the words of both."""
    form = SectionForm(section=section)
    page = "induction/write_section.html"
    closed = operations.objection_to_writing(section)
    if form.validate_on_submit():
        if form.is_stale(section) and section.words != form.words.data:
            return conflict(page, over=section, form=form, section=section, closed=closed)
        try:
            operations.write_section(g.person, section, (form.words.data or "").strip())
        except NotPossibleError as refusal:
            form.words.errors = list(refusal.args)
        else:
            return done(_address(section.observation), f"{section.about.title}: saved.")
    return show(page, form=form, section=section, closed=closed)


@induction.post("/observations/<uuid:observation_id>/finishing")
@guard(policies.finish_part, observation=Observation)
def finish_part(observation: Observation) -> Response:
    """Say that one's own part is finished."""
    form = PartForm()
    try:
        operations.finish_part(g.person, observation)
    except NotPossibleError as refusal:
        form.form_errors = list(refusal.args)
        return _page(observation, form, status=422)
    said = "Both have finished. The observation is recorded as held."
    return done(_address(observation), said if observation.is_finished else "You have finished.")


@induction.post("/observations/<uuid:observation_id>/reopening")
@guard(policies.reopen_part, observation=Observation)
def reopen_part(observation: Observation) -> Response:
    """Open one's own part again."""
    form = PartForm()
    try:
        operations.reopen_part(g.person, observation)
    except NotPossibleError as refusal:
        form.form_errors = list(refusal.args)
        return _page(observation, form, status=422)
    return done(_address(observation), "Your part is open again.")


def _page(
    observation: Observation, form: PartForm | None = None, status: int | None = None
) -> Response:
    sections = queries.sections_of(observation)
    parts = [Part(each, policies.read_section(g.person, each)) for each in sections]
    worker_id = observation.induction.person_id
    answer = show(
        "induction/observation.html",
        form=form,
        status=status,
        observation=observation,
        parts_of_it=parts,
        moves=queries.moves_of(observation),
        role=observation.role_of(g.person),
        stage=_stage(observation),
        is_coach=queries.supports(observation.observer_id, worker_id),
        settings=observing.SETTINGS,
        consents=observing.CONSENTS,
        ways=observing.WAYS,
        reasons=observing.REASONS,
    )
    if not observation.role_of(g.person) and any(part.is_read for part in parts):
        record_view(g.person, "induction.observation_read", observation)
    return answer


def _stage(observation: Observation) -> str:
    year = observation.induction
    return observing.stage_on(
        year.programme,
        observation.planned_on,
        started_on=year.started_on,
        fte=year.fte,
        moves=year.moves,
    ).title


def _address(observation: Observation) -> str:
    return url_for(".observation", observation_id=observation.id)
