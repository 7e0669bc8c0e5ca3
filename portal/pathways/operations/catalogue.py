"""Keeping a career catalogue of one's own: a draft, its changes, and publishing it."""

from datetime import date
from typing import Any

from portal import audit
from portal.clock import today
from portal.database import db
from portal.learning.queries.courses import courses
from portal.pathways import queries
from portal.pathways.catalogue.editing import against
from portal.pathways.catalogue.keeping import to_keep
from portal.pathways.models import CatalogueVersion
from portal.pathways.operations.panels import NotPossibleError
from portal.people.models import Organisation, Person
from portal.web import days


def begin_draft(by: Person) -> CatalogueVersion:
    """Begin the next version as a copy of what counts today; one that is begun is gone on with."""
    draft = queries.draft_of(by.organisation_id)
    if draft is not None:
        return draft
    number = max((each.number for each in queries.versions_of(by.organisation_id)), default=0) + 1
    draft = CatalogueVersion(
        organisation_id=by.organisation_id, number=number,
        content=to_keep(queries.catalogue_for(_own(by), today())),
    )  # fmt: skip
    db.session.add(draft)
    db.session.flush()
    audit.record(by, "pathways.catalogue_begun", draft, number=number)
    return draft


def change_draft(
    by: Person, draft: CatalogueVersion, content: dict[str, Any], **about: str
) -> bool:
    """Keep a change of the draft; False where nothing is different. `about` names what changed."""
    if content == draft.content:
        return False
    draft.content = content
    db.session.flush()
    audit.record(by, "pathways.catalogue_changed", draft, number=draft.number, **about)
    return True


def publish_draft(by: Person, draft: CatalogueVersion, effective_from: date) -> None:
    """Publish the draft from a day on: it is never changed after that.

    Raises `NotPossibleError` for a day on or before that of a version that is published, or while
    something stands against it.
    """
    own = _own(by)
    latest = max((first for first, _ in own.catalogues), default="")
    if effective_from.isoformat() <= latest:
        since = days.short(date.fromisoformat(latest))
        raise NotPossibleError(
            "effective_from", f"A version counts from {since} already. Write a later day"
        )
    known = [each.key for each in courses(by.organisation_id)]
    if against(queries.drafted(draft), known):
        raise NotPossibleError(
            "effective_from", "Something stands against it still. Mend that first"
        )
    draft.effective_from, draft.published_on = effective_from, today()
    draft.published_by_id = by.id
    own.catalogues = [
        *own.catalogues, [effective_from.isoformat(), str(draft.id)]
    ]  # fmt: skip
    db.session.flush()
    facts = {"number": draft.number, "from_on": effective_from.isoformat()}
    audit.record(by, "pathways.catalogue_published", draft, **facts)


def drop_draft(by: Person, draft: CatalogueVersion) -> None:
    """Throw the draft away; what counts goes on counting."""
    audit.record(by, "pathways.catalogue_dropped", draft, number=draft.number)
    db.session.delete(draft)
    db.session.flush()


def _own(by: Person) -> Organisation:
    """The organisation of whoever does it; a request has it loaded already."""
    return db.session.get_one(Organisation, by.organisation_id)
