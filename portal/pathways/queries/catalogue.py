"""Which catalogue counts for an organisation, the draft of the next one, and those before."""

from datetime import date
from functools import lru_cache
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import load_only

from portal.database import db
from portal.pathways.catalogue import Catalogue, catalogue_in_force
from portal.pathways.catalogue.keeping import as_kept
from portal.pathways.catalogue.reading import parsed
from portal.pathways.models import CatalogueVersion
from portal.people.models import Organisation

MOST_VERSIONS = 100
MOST_READ = 64  # so many catalogues are kept as they were read; a published one never changes


def catalogue_for(organisation: Organisation, day: date) -> Catalogue:
    """The catalogue that counts for an organisation on a day: its own, or the shipped one.

    Which it is stands in the row of the organisation, so that no page has to ask.
    """
    version_id = version_in_force(organisation, day)
    return _read(version_id) if version_id else catalogue_in_force(day)


def version_in_force(organisation: Organisation, day: date) -> UUID | None:
    """The version of its own that counts for an organisation on a day: the last that has begun."""
    begun = [
        (first, number, version_id)
        for number, (first, version_id) in enumerate(organisation.catalogues)
        if first <= day.isoformat()
    ]
    return UUID(max(begun)[2]) if begun else None


def draft_of(organisation_id: UUID) -> CatalogueVersion | None:
    """The version that is being worked on, if there is one."""
    return db.session.scalar(
        select(CatalogueVersion).where(
            CatalogueVersion.organisation_id == organisation_id,
            CatalogueVersion.published_on.is_(None),
        )
    )


def versions_of(organisation_id: UUID) -> list[CatalogueVersion]:
    """The published versions of an organisation, newest first, without their content."""
    published = (
        select(CatalogueVersion)
        .where(
            CatalogueVersion.organisation_id == organisation_id,
            CatalogueVersion.published_on.is_not(None),
        )
        .options(load_only(CatalogueVersion.number, CatalogueVersion.effective_from,
                           CatalogueVersion.published_on))
        .order_by(CatalogueVersion.number.desc())
        .limit(MOST_VERSIONS)
    )  # fmt: skip
    return list(db.session.scalars(published))


def catalogue_before(organisation: Organisation, version: CatalogueVersion) -> Catalogue:
    """What a version follows: the one published before it, or the catalogue as it was shipped."""
    before = (
        select(CatalogueVersion)
        .where(
            CatalogueVersion.organisation_id == organisation.id,
            CatalogueVersion.published_on.is_not(None),
            CatalogueVersion.number < version.number,
        )
        .order_by(CatalogueVersion.number.desc())
        .limit(1)
    )
    found = db.session.scalar(before)
    return drafted(found) if found else catalogue_in_force(version.begun_on)


def drafted(draft: CatalogueVersion) -> Catalogue:
    """The catalogue that a draft describes; as a whole it may still have faults."""
    return parsed(as_kept(draft.content), f"Version {draft.number}")


@lru_cache(maxsize=MOST_READ)
def _read(version_id: UUID) -> Catalogue:
    content = db.session.scalars(
        select(CatalogueVersion.content).where(CatalogueVersion.id == version_id)
    ).one()
    return parsed(as_kept(content), str(version_id))
