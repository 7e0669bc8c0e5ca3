"""Conflicts of interest on a panel: declared by a member, and told where they leave no chair."""

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.pathways import panel_notices, policies, queries
from portal.pathways.models import Application, PanelConflict
from portal.pathways.operations.opening import open_if_all_are_in
from portal.people.models import Person


def declare_conflict(by: Person, application: Application, kind: str) -> None:
    """Declare a conflict of interest: what was scored before no longer counts."""
    declared = PanelConflict(
        organisation_id=application.organisation_id, application_id=application.id,
        person_id=by.id, kind=kind,
    )  # fmt: skip
    db.session.add(declared)
    db.session.flush()
    db.session.expire(application, ["conflicts"])
    audit.record(by, "pathways.conflict_declared", application, kind=kind)
    tell_where_no_chair(application)
    open_if_all_are_in(application)


def tell_where_no_chair(application: Application) -> None:
    """Ask human resources for another chair where this one has a conflict with the applicant."""
    panel = application.panel
    if panel is None or not policies.has_conflict(panel.chair, application):
        return
    for reader in queries.who_holds(application.organisation_id, "hr", today()):
        said = panel_notices.no_chair(application)
        notices.tell(reader, said, link=f"/panels/{panel.id}", about=panel)
