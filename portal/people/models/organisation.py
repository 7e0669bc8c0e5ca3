"""Employers and the units in them."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.clock import today
from portal.database import PUBLIC, Base, Owned, Versioned, belongs, one_of
from portal.people.areas import ON_AT_FIRST, is_switchable, needed_by
from portal.people.ownership import PORTAL_OWNS_AT_FIRST

if TYPE_CHECKING:
    from portal.people.models.person import Person
    from portal.people.models.posts import Post

UNIT_KINDS = ("directorate", "service", "team")
NATIONS = ("ENG", "WLS", "SCT", "NIR")


class Organisation(Base):
    """An employer: a council, a practice, or a programme. It never sees another's people."""

    __tablename__ = "organisation"
    __table_args__ = (one_of("nation", NATIONS),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, info=PUBLIC)
    name: Mapped[str] = mapped_column(unique=True, info=PUBLIC)
    is_demo: Mapped[bool] = mapped_column(default=False, info=PUBLIC)
    areas: Mapped[list[str]] = mapped_column(JSON, default=lambda: list(ON_AT_FIRST), info=PUBLIC)
    # The fields of a person that no staff list overwrites here (see `ownership`).
    portal_owns: Mapped[list[str]] = mapped_column(
        JSON, default=lambda: list(PORTAL_OWNS_AT_FIRST), info=PUBLIC
    )
    # Whose bank holidays are no working days here.
    nation: Mapped[str] = mapped_column(default="ENG", info=PUBLIC)
    # Whether what is being written may wait on the writer's own computer until it is saved.
    keeps_local_drafts: Mapped[bool] = mapped_column(default=True, info=PUBLIC)
    # Whom to call when somebody may come to harm: label, number, when (see `forms.safety`).
    safety_numbers: Mapped[list[dict[str, str]]] = mapped_column(JSON, default=list, info=PUBLIC)

    # The career catalogues of its own, as they were published: from which day, and which version.
    catalogues: Mapped[list[list[str]]] = mapped_column(JSON, default=list, info=PUBLIC)

    @property
    def organisation_id(self) -> UUID:
        """Its own id: what is done to an organisation goes into its own audit trail."""
        return self.id

    def has_area(self, area: str) -> bool:
        """Whether the area is on here; what cannot be switched off always is."""
        needed = filter(is_switchable, (area, *needed_by(area)))
        return all(each in self.areas for each in needed)


class Unit(Owned, Versioned, Base):
    """A directorate, a service in it, or a team in that; closed after its last day."""

    __tablename__ = "unit"
    __table_args__ = (
        belongs("unit", "parent_id"),
        one_of("kind", UNIT_KINDS),
        UniqueConstraint("organisation_id", "parent_id", "kind", "name"),
    )

    name: Mapped[str] = mapped_column(info=PUBLIC)
    kind: Mapped[str] = mapped_column(info=PUBLIC)
    parent_id: Mapped[UUID | None] = mapped_column(index=True, info=PUBLIC)
    closed_on: Mapped[date | None] = mapped_column(default=None, info=PUBLIC)

    posts: Mapped[list["Post"]] = relationship(
        primaryjoin="Unit.id == foreign(Post.unit_id)",
        lazy="select",  # a policy asks about the one unit that a URL names
        viewonly=True,
    )

    def has_in_it(self, person: "Person") -> bool:
        """Whether this person has a post in the unit today."""
        day = today()
        return any(each.person_id == person.id and each.covers(day) for each in self.posts)

    def is_open(self, day: date) -> bool:
        """Whether posts may stand in it on this day."""
        return self.closed_on is None or day <= self.closed_on
