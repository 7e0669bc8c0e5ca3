"""Panels, applications and what becomes of them, for tests."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from portal.database import db
from portal.pathways import operations, queries
from portal.pathways.models import Application, ApplicationItem, Outcome, Panel, PanelMember
from portal.people.models import Person, RoleHeld
from tests.cast import Cast
from tests.factories.people import a_person


def a_member(cast: Cast, given: str) -> Person:
    """Somebody more who may sit on panels."""
    person = a_person(cast.hr, given=given, family="Panellist")
    db.session.add(
        RoleHeld(
            organisation_id=person.organisation_id, person_id=person.id, role="panel",
            started_on=date(2025, 1, 1),
        )
    )  # fmt: skip
    db.session.flush()
    return person


def a_panel(cast: Cast, members: Sequence[Person] = (), **facts: Any) -> Panel:
    """A panel on 17 December 2026 that takes applications until the 3rd; Ivan is in the chair."""
    told = {
        "meets_on": date(2026, 12, 17),
        "send_by": date(2026, 12, 3),
        "places": 6,
        "quorum": 1,
        **facts,
    }
    chair = told.pop("chair", cast.panel)
    panel = Panel(
        organisation_id=cast.hr.organisation_id, made_by_id=cast.hr.id, chair_id=chair.id,
        chair=chair, **told,
    )  # fmt: skip
    db.session.add(panel)
    db.session.flush()
    seats = {person.id: person for person in (chair, *members)}
    db.session.add_all(
        PanelMember(
            organisation_id=panel.organisation_id, panel_id=panel.id, person_id=key, person=person
        )
        for key, person in seats.items()
    )
    db.session.flush()
    return panel


def an_application(
    person: Person, panel: Panel | None = None, *, answered: bool = True, **facts: Any
) -> Application:
    """A draft of somebody to be a senior social worker; sent where a panel is named."""
    told = {
        "place_key": "senior-social-worker",
        "place_title": "Senior social worker",
        "from_title": "Social worker",
        "catalogue_version": "2026",
        "statement": "I am ready." if answered else "",
        **facts,
    }
    application = Application(
        organisation_id=person.organisation_id, person_id=person.id, person=person, **told
    )
    db.session.add(application)
    db.session.flush()
    own = {"organisation_id": person.organisation_id, "application_id": application.id}
    for number, words in enumerate(("Two years in a team.", "Complex work."), 1):
        answer = "I have shown it." if answered else ""
        db.session.add(
            ApplicationItem(**own, number=number, key=f"asks-{number}", words=words, answer=answer)
        )
    db.session.flush()
    if panel is not None:
        operations.send_application(person, application, panel)
        db.session.refresh(application)
    return application


def said_by(manager: Person, application: Application, view: str = "supports") -> None:
    """The manager's statement, so that an application goes on, or does not."""
    operations.say_as_manager(manager, application, view=view, words="I have seen them work.")
    db.session.refresh(application)


def with_panel(
    cast: Cast, members: Sequence[Person] = (), applicant: Person | None = None, **facts: Any
) -> Application:
    """An application of Leila that her manager supports: the panel scores it now."""
    application = an_application(applicant or cast.worker, a_panel(cast, members, **facts))
    said_by(cast.manager, application)
    return application


def scored_by(member: Person, application: Application, score: int = 2, **facts: Any) -> None:
    """What one member scored, handed in unless told otherwise."""
    keys = [each.item.key for each in queries.pack_of(application)]
    told = {"comments": {}, "hands_in": True, **facts}
    operations.score_application(member, application, scores=dict.fromkeys(keys, score), **told)
    db.session.refresh(application)


def decided(cast: Cast, application: Application, **facts: Any) -> Outcome:
    """What the panel decided of an application that it has scored: not yet, unless told."""
    told = {"decision": "not yet", "agreed": {}, "reason": "Too soon.", "feedback": "Well done."}
    outcome = operations.decide(cast.panel, application, **(told | facts))
    db.session.refresh(application)
    return outcome
