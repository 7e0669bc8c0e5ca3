"""Applications as pages list them: mine, my people's, those sent to a panel."""

from sqlalchemy import select

from portal.database import db
from portal.pathways import policies
from portal.pathways.models import Application, Panel
from portal.people.models import Person

MOST_ON_A_PANEL = 60


def applications_to(panel: Panel, reader: Person) -> list[Application]:
    """What was sent to a panel and not taken back, for who may know who applied."""
    if not policies.see_applications_to(reader, panel):
        return []
    sent = (
        select(Application)
        .where(
            Application.panel_id == panel.id,
            Application.sent_on.is_not(None),
            Application.withdrawn_on.is_(None),
        )
        .order_by(Application.sent_on, Application.id)
        .limit(MOST_ON_A_PANEL)
    )
    return list(db.session.scalars(sent).unique())
