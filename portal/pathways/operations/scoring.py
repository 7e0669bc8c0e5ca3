"""Members declare conflicts and hand their scores in; the scores open together."""

from collections.abc import Mapping

from portal import audit
from portal.clock import now
from portal.database import db
from portal.pathways import queries
from portal.pathways.models import Application, ScoreSheet
from portal.pathways.operations.opening import open_if_all_are_in
from portal.pathways.operations.panels import NotPossibleError
from portal.people.models import Person


def score_application(
    by: Person, application: Application, *, scores: Mapping[str, int],
    comments: Mapping[str, str], hands_in: bool,
) -> ScoreSheet:  # fmt: skip
    """Keep one member's scores and comments; handed in, they may open the scores of all."""
    sheet = queries.sheet_of(application, by.id)
    if sheet is None:
        sheet = ScoreSheet(
            organisation_id=application.organisation_id, application_id=application.id,
            person_id=by.id, person=by,
        )  # fmt: skip
        db.session.add(sheet)
    sheet.scores, sheet.comments = dict(scores), dict(comments)
    if hands_in:
        sheet.handed_in_at = sheet.handed_in_at or now()
    db.session.flush()
    audit.record(by, "pathways.scores_kept", application, handed_in=sheet.is_handed_in)
    open_if_all_are_in(application)
    return sheet


def close_scoring(by: Person, application: Application) -> None:
    """Let the panel go on without the scores that are still out.

    Raises NotPossibleError below the quorum.
    """
    table = queries.table_of(application)
    if not table.can_be_closed:
        counted, quorum = len(table.counted), table.quorum
        said = f"{counted} of the {quorum} that the quorum asks for have handed their scores in"
        raise NotPossibleError("version", f"{said}. Wait for more, or name more members")
    application.scoring_closed_at = application.scores_opened_at = now()
    application.scoring_closed_by_id = by.id
    db.session.flush()
    audit.record(by, "pathways.scoring_closed", application, counted=len(table.counted))
