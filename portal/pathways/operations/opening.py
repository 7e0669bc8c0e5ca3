"""Scores open together: once the last member who may score has handed theirs in."""

from sqlalchemy import exists, select

from portal import audit, notices
from portal.clock import now
from portal.database import db
from portal.pathways import panel_notices, queries
from portal.pathways.models import Application, Panel, ScoreSheet

MOST_AT_ONCE = 200


def open_if_all_are_in(application: Application) -> None:
    """Open the scores if all are in; where all are in and too few, tell the chair what to do."""
    table = queries.table_of(application)
    if application.scores_opened_at is not None or not table.is_open or not table.scorers:
        return
    assert application.panel is not None  # it was sent to one
    page, chair = f"/applications/{application.id}", application.panel.chair
    if not table.has_quorum:
        notices.tell(chair, panel_notices.too_few(application), link=page, about=application)
        return
    application.scores_opened_at = now()
    db.session.flush()
    audit.record(None, "pathways.scores_opened", application, counted=len(table.counted))
    said = panel_notices.all_in(application)
    notices.tell(chair, said, link=f"{page}/scores", about=application)


def open_what_is_ready(panel: Panel) -> None:
    """After the members or the quorum changed: open the scores that wait for nobody any more."""
    waiting = (
        select(Application)
        .where(
            Application.panel_id == panel.id,
            Application.sent_on.is_not(None),
            Application.settled_on.is_(None),
            Application.scores_opened_at.is_(None),
            exists().where(
                ScoreSheet.application_id == Application.id, ScoreSheet.handed_in_at.is_not(None)
            ),
        )
        .order_by(Application.id)
        .limit(MOST_AT_ONCE)
    )
    for application in db.session.scalars(waiting).unique():
        if queries.table_of(application).may_open:
            open_if_all_are_in(application)
