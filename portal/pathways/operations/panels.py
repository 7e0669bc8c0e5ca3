"""Panels are made and changed; who sits on one is told."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import delete, select

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.pathways import panel_notices, queries
from portal.pathways.models import Application, Panel, PanelMember, ProgressionRule, ScoreSheet
from portal.pathways.operations.opening import open_what_is_ready
from portal.pathways.progression import dates
from portal.people.models import Person


class NotPossibleError(Exception):
    """What was asked for cannot be: the field that says so, and why, in a sentence."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(why)
        self.field = field


def make_panel(
    by: Person, *, meets_on: date, send_by: date, places: int, quorum: int,
    chair: Person, members: Iterable[Person],
) -> Panel:  # fmt: skip
    """Put the day of a panel down with who sits on it, and tell them.

    Raises NotPossibleError for days that cannot be, or a day that has a panel already.
    """
    _check(by, None, meets_on, send_by)
    panel = Panel(
        organisation_id=by.organisation_id, meets_on=meets_on, send_by=send_by, places=places,
        quorum=quorum, chair_id=chair.id, chair=chair, made_by_id=by.id,
    )  # fmt: skip
    db.session.add(panel)
    db.session.flush()
    audit.record(by, "pathways.panel_made", panel, **_facts(panel))
    _seat(by, panel, [chair, *members])
    return panel


def change_panel(
    by: Person, panel: Panel, *, meets_on: date, send_by: date, places: int, quorum: int,
    chair: Person, members: Iterable[Person],
) -> None:  # fmt: skip
    """Change a panel; who is new on it is told, and applicants where its day moves.

    Raises NotPossibleError where places are taken or a member has scored already.
    """
    if (meets_on, send_by) != (panel.meets_on, panel.send_by):
        _check(by, panel, meets_on, send_by)
    if places < queries.places_taken(panel):
        raise NotPossibleError("places", "More applications than that have been sent already")
    moved = panel.meets_on != meets_on
    panel.meets_on, panel.send_by, panel.places = meets_on, send_by, places
    panel.quorum, panel.chair_id, panel.chair = quorum, chair.id, chair
    _seat(by, panel, [chair, *members])
    db.session.flush()
    audit.record(by, "pathways.panel_changed", panel, **_facts(panel))
    open_what_is_ready(panel)
    if moved:
        _tell_applicants(panel)


def set_pay_rule(by: Person, paid_from: str) -> None:
    """Say from which day the organisation pays a progression; outcomes before keep their day."""
    rule = queries.pay_rule(by.organisation_id)
    if rule is None:
        rule = ProgressionRule(organisation_id=by.organisation_id, said_by_id=by.id)
        db.session.add(rule)
    rule.paid_from, rule.said_by_id = paid_from, by.id
    db.session.flush()
    audit.record(by, "pathways.pay_rule_set", rule, paid_from=paid_from)


def _check(by: Person, panel: Panel | None, meets_on: date, send_by: date) -> None:
    said = dates.panel_objection(meets_on, send_by, today())
    if said:
        raise NotPossibleError("meets_on" if meets_on <= today() else "send_by", said)
    there = queries.panel_on(by.organisation_id, meets_on)
    if there is not None and there is not panel:
        raise NotPossibleError("meets_on", "A panel meets on this day already")


def _seat(by: Person, panel: Panel, people: Iterable[Person]) -> None:
    """Let these people sit on a panel, and nobody else."""
    wanted = {person.id: person for person in people}
    seated = select(PanelMember.person_id).where(PanelMember.panel_id == panel.id)
    there = set(db.session.scalars(seated.order_by(PanelMember.id)))
    gone = there - set(wanted)
    if gone:
        _refuse_scored(panel, gone)
        db.session.execute(
            delete(PanelMember).where(
                PanelMember.panel_id == panel.id, PanelMember.person_id.in_(gone)
            )
        )
    new = [person for key, person in wanted.items() if key not in there]
    own = {"organisation_id": panel.organisation_id, "panel_id": panel.id}
    db.session.add_all(PanelMember(**own, person_id=person.id) for person in new)
    db.session.flush()
    db.session.expire(panel, ["members"])
    if gone or new:
        facts: dict[str, Any] = {
            "named": sorted(str(person.id) for person in new),
            "stood_down": sorted(map(str, gone)),
        }
        audit.record(by, "pathways.panel_seated", panel, **facts)
    for person in new:
        if person.id != by.id:
            said = panel_notices.named(by, panel)
            notices.tell(person, said, link=f"/panels/{panel.id}", about=panel)


def _refuse_scored(panel: Panel, gone: set[Any]) -> None:
    scored = (
        select(ScoreSheet.id)
        .join(Application, Application.id == ScoreSheet.application_id)
        .where(Application.panel_id == panel.id, ScoreSheet.person_id.in_(gone))
        .limit(1)
    )
    if db.session.scalar(scored) is not None:
        raise NotPossibleError("members", "Somebody you took off has begun to score. Keep them")


def _tell_applicants(panel: Panel) -> None:
    sent = (
        select(Application)
        .where(
            Application.panel_id == panel.id,
            Application.sent_on.is_not(None),
            Application.settled_on.is_(None),
        )
        .order_by(Application.id)
        .limit(200)
    )
    for application in db.session.scalars(sent).unique():
        said = panel_notices.moved(panel)
        link = f"/applications/{application.id}"
        notices.tell(application.person, said, link=link, about=application)


def _facts(panel: Panel) -> dict[str, str | int]:
    return {
        "meets_on": panel.meets_on.isoformat(), "send_by": panel.send_by.isoformat(),
        "places": panel.places, "quorum": panel.quorum, "chair_id": str(panel.chair_id),
    }  # fmt: skip
