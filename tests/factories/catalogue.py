"""Drafts of the career catalogue, for tests."""

from portal.clock import today
from portal.database import db
from portal.pathways.catalogue import catalogue_in_force
from portal.pathways.catalogue.keeping import to_keep
from portal.pathways.models import CatalogueVersion
from portal.people.models import Person


def a_draft(like: Person) -> CatalogueVersion:
    """A draft of the next version where this person works; the same a second time."""
    own = {"organisation_id": like.organisation_id}
    known = db.session.query(CatalogueVersion).filter_by(**own, published_on=None).first()
    if known is not None:
        return known
    draft = CatalogueVersion(**own, number=1, content=to_keep(catalogue_in_force(today())))
    db.session.add(draft)
    db.session.flush()
    return draft
