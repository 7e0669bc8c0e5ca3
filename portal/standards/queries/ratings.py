"""Somebody's ratings: every view at every point."""

from uuid import UUID

from sqlalchemy import select

from portal.database import db
from portal.standards.models.ratings import RatingSet

MOST_VIEWS = 100


def ratings_of(person_id: UUID) -> list[RatingSet]:
    """Every view of a person, by any framework: who may read which is for `comparing` to say."""
    found = (
        select(RatingSet)
        .where(RatingSet.person_id == person_id)
        .order_by(RatingSet.framework_key, RatingSet.point, RatingSet.view)
        .limit(MOST_VIEWS)
    )
    return list(db.session.scalars(found))
