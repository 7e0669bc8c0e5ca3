"""Posts over time, and who does the work of a post while its holder cannot."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ColumnElement, Index, Numeric, and_, func, null, or_
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.database import PERSONAL, PUBLIC, Base, Owned, Versioned, belongs, one_of
from portal.people.models.listed import Listed
from portal.people.models.organisation import Unit
from portal.people.models.person import Person
from portal.period import Period

CONTRACTS = ("permanent", "fixed term", "agency", "casual", "")
# What brought somebody into a post: their own (""), or one they return from by themselves.
BASES = ("", "acting up", "secondment")


class Post(Listed, Owned, Period, Versioned, Base):
    """A post that a person holds for a period, or one that stands vacant (no person).

    A change (another team, grade, share of full time) ends the row and begins the next, so that
    `started_on` is the first day on which all of it was so. `began_on` is the day on which the
    person took up the post as the staff list counts it, and goes on through such changes.
    """

    __tablename__ = "post"
    __table_args__ = (
        belongs("person", "person_id"),
        belongs("unit", "unit_id"),
        belongs("person", "manager_id"),
        one_of("contract", CONTRACTS),
        one_of("basis", BASES),
        CheckConstraint("fte > 0 AND fte <= 1", name="fte_share"),
        CheckConstraint("manager_id IS NULL OR manager_id <> person_id", name="not_own_manager"),
        CheckConstraint("began_on IS NULL OR began_on <= started_on", name="began_before"),
        Index("ix_post_held", "organisation_id", "person_id", "ended_on", "started_on"),
        Index(None, "organisation_id", "started_on"),
        # The posts in the order of the list of people: the way to those of very large units.
        Index(
            "ix_post_listed",
            "organisation_id",
            "sort_key",
            "person_id",
            "unit_id",
            "ended_on",
            "started_on",
        ),
        # Each holds all that is asked of a post by its person, its unit or its job title.
        Index("ix_post_person", "person_id", "ended_on", "started_on", "unit_id", "job_title"),
        Index("ix_post_unit", "unit_id", "ended_on", "started_on", "person_id", "sort_key"),
        Index(
            "ix_post_job",
            "organisation_id",
            "job_title",
            "sort_key",
            "person_id",
            "ended_on",
            "started_on",
        ),
    )

    person_id: Mapped[UUID | None] = mapped_column(info=PERSONAL)
    unit_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    job_title: Mapped[str] = mapped_column(info=PUBLIC)
    grade: Mapped[str] = mapped_column(default="", info=PERSONAL)
    scp: Mapped[str] = mapped_column(default="", info=PERSONAL)
    fte: Mapped[Decimal | None] = mapped_column(Numeric(4, 3), default=None, info=PERSONAL)
    hours: Mapped[Decimal | None] = mapped_column(Numeric(5, 2), default=None, info=PERSONAL)
    contract: Mapped[str] = mapped_column(default="", info=PERSONAL)
    cost_code: Mapped[str] = mapped_column(default="", info=PUBLIC)
    manager_id: Mapped[UUID | None] = mapped_column(default=None, index=True, info=PERSONAL)
    began_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    basis: Mapped[str] = mapped_column(default="", info=PERSONAL)

    person: Mapped[Person | None] = relationship(
        primaryjoin="Post.person_id == Person.id", foreign_keys=[person_id], lazy="raise"
    )
    unit: Mapped[Unit] = relationship(
        primaryjoin="Post.unit_id == Unit.id", foreign_keys=[unit_id], lazy="raise"
    )
    manager: Mapped[Person | None] = relationship(
        primaryjoin="Post.manager_id == Person.id", foreign_keys=[manager_id], lazy="raise"
    )

    @classmethod
    def covering(cls, day: date) -> ColumnElement[bool]:
        """The condition that picks the posts which cover this day."""
        ended: Any = cls.ended_on
        return and_(cls.begun_by(day), or_(ended.is_(None), ended >= day))

    @classmethod
    def begun_by(cls, day: date) -> ColumnElement[bool]:
        """The condition that picks the posts which have begun by this day."""
        begun: ColumnElement[bool] = cls.first_day() <= day
        return begun

    @classmethod
    def first_day(cls) -> Any:
        """`started_on`, said in words that no index knows; PostgreSQL reads the plain column.

        Nearly all posts have begun, but SQLite takes the index on the first day for a good way to
        find a few, or to bring them into order, and reads every post of the organisation.
        """
        return func.coalesce(cls.started_on, null())


class Cover(Owned, Period, Versioned, Base):
    """Somebody does the work of a post for a period: its holder is away, or it stands vacant.

    While it lasts they count as the manager of those who report to its holder. It always has a
    last day, so everything returns by itself.
    """

    __tablename__ = "cover"
    __table_args__ = (
        belongs("person", "person_id"),
        belongs("post", "post_id"),
        CheckConstraint("ended_on IS NOT NULL", name="returns_by_itself"),
    )

    person_id: Mapped[UUID] = mapped_column(index=True, info=PERSONAL)
    post_id: Mapped[UUID] = mapped_column(index=True, info=PERSONAL)

    # Whose post it is says for whom somebody stands in: it comes with the cover.
    post: Mapped[Post] = relationship(
        primaryjoin="Cover.post_id == Post.id",
        foreign_keys=[post_id],
        lazy="joined",
        innerjoin=True,
    )
    person: Mapped[Person] = relationship(
        primaryjoin="Cover.person_id == Person.id", foreign_keys=[person_id], lazy="raise"
    )
