"""An application to progress: its checklist, its evidence, what the manager and the chair say."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Optional
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.clock import now, today
from portal.database import (
    PERSONAL,
    PRIVATE,
    PUBLIC,
    Base,
    Moment,
    Owned,
    Versioned,
    belongs,
    one_of,
)
from portal.pathways.models.panels import Panel
from portal.pathways.progression import stages
from portal.people.models import Post
from portal.standards.models import Evidence

if TYPE_CHECKING:
    from portal.pathways.models.deciding import Outcome, PanelConflict
    from portal.people.models import Person

LONGEST_STATEMENT, LONGEST_ANSWER = 6000, 2000
STILL_OPEN = text("settled_on IS NULL")


class Application(Owned, Versioned, Base):
    """Somebody asks to progress to a place. It is theirs alone until they send it to a panel.

    It keeps the place and its requirements as they were when it was begun (`ApplicationItem`).
    `settled_on` is the day on which it was decided or taken back.
    """

    __tablename__ = "application"
    __table_args__ = (
        belongs("person", "person_id"),
        belongs("panel", "panel_id"),
        belongs("person", "scoring_closed_by_id"),
        CheckConstraint("sent_on IS NULL OR panel_id IS NOT NULL", name="sent_to_a_panel"),
        Index(
            "uq_application_still_open", "person_id",
            unique=True, sqlite_where=STILL_OPEN, postgresql_where=STILL_OPEN,
        ),
        Index(None, "panel_id", "person_id"),
        Index(None, "organisation_id", "person_id", "begun_on"),
    )  # fmt: skip

    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    place_key: Mapped[str] = mapped_column(info=PERSONAL)
    place_title: Mapped[str] = mapped_column(info=PERSONAL)
    from_title: Mapped[str] = mapped_column(info=PERSONAL)
    catalogue_version: Mapped[str] = mapped_column(info=PUBLIC)
    statement: Mapped[str] = mapped_column(default="", info=PRIVATE)
    begun_on: Mapped[date] = mapped_column(default=today, info=PERSONAL)
    panel_id: Mapped[UUID | None] = mapped_column(default=None, info=PUBLIC)
    sent_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    withdrawn_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    decided_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    settled_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    scoring_closed_at: Mapped[datetime | None] = mapped_column(Moment, default=None, info=PERSONAL)
    scoring_closed_by_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)
    scores_opened_at: Mapped[datetime | None] = mapped_column(Moment, default=None, info=PERSONAL)
    """Since when the members see each other's scores."""

    person: Mapped["Person"] = relationship(
        primaryjoin="Application.person_id == Person.id", foreign_keys="Application.person_id",
        lazy="joined", innerjoin=True,
    )  # fmt: skip
    panel: Mapped[Panel | None] = relationship(
        primaryjoin="Application.panel_id == Panel.id", foreign_keys="Application.panel_id",
        lazy="joined",
    )  # fmt: skip
    manager_statement: Mapped[Optional["ManagerStatement"]] = relationship(
        primaryjoin="Application.id == foreign(ManagerStatement.application_id)",
        viewonly=True, lazy="joined",
    )  # fmt: skip
    to_chair: Mapped[Optional["ToChair"]] = relationship(
        primaryjoin="Application.id == foreign(ToChair.application_id)",
        viewonly=True, lazy="joined",
    )  # fmt: skip
    conflicts: Mapped[list["PanelConflict"]] = relationship(
        primaryjoin="Application.id == foreign(PanelConflict.application_id)",
        order_by="PanelConflict.id", viewonly=True, lazy="select",
    )  # fmt: skip
    posts: Mapped[list[Post]] = relationship(
        primaryjoin="Application.person_id == foreign(Post.person_id)",
        order_by="Post.started_on, Post.id", lazy="select", viewonly=True,
    )  # fmt: skip
    outcomes: Mapped[list["Outcome"]] = relationship(
        primaryjoin="Application.id == foreign(Outcome.application_id)",
        order_by="Outcome.number", viewonly=True, lazy="select",
    )  # fmt: skip

    @property
    def is_sent(self) -> bool:
        """Whether it was sent to a panel and not taken back."""
        return self.sent_on is not None and self.withdrawn_on is None

    @property
    def is_open(self) -> bool:
        """Whether it is neither decided nor taken back."""
        return self.settled_on is None

    @property
    def stage(self) -> str:
        """Where it stands today: one of `stages.STAGES`."""
        said = self.manager_statement
        facts = stages.Facts(
            is_sent=said is not None,  # the manager is asked when it is sent
            is_withdrawn=self.withdrawn_on is not None,
            is_decided=self.decided_on is not None,
            manager_by=said.due_on if said else None,
            manager_view=said.view if said else "",
            is_with_chair=self.to_chair is not None,
            chair_answer=self.to_chair.answer if self.to_chair else "",
            scores_open=self.scores_opened_at is not None,
        )
        return stages.stage(facts, today())

    @property
    def stage_words(self) -> str:
        """The same in words."""
        return stages.STAGES[self.stage]

    @property
    def is_on_panel(self) -> bool:
        """Whether it has gone on to the panel."""
        return self.stage in stages.ON_THE_PANEL

    @property
    def outcome(self) -> Optional["Outcome"]:
        """What stands: the last outcome, which superseded those before it."""
        return self.outcomes[-1] if self.outcomes else None


class ApplicationItem(Owned, Versioned, Base):
    """One requirement of the place as it was worded then, and how the applicant shows it."""

    __tablename__ = "application_item"
    __table_args__ = (
        belongs("application", "application_id"),
        UniqueConstraint("application_id", "key"),
    )

    application_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    number: Mapped[int] = mapped_column(info=PUBLIC)
    key: Mapped[str] = mapped_column(info=PUBLIC)
    words: Mapped[str] = mapped_column(info=PUBLIC)
    next_step: Mapped[str] = mapped_column(default="", info=PUBLIC)
    answer: Mapped[str] = mapped_column(default="", info=PRIVATE)

    application: Mapped[Application] = relationship(
        primaryjoin="ApplicationItem.application_id == Application.id",
        foreign_keys="ApplicationItem.application_id", lazy="joined", innerjoin=True,
    )  # fmt: skip


class ItemEvidence(Owned, Base):
    """A piece of the applicant's own evidence, picked to show a requirement.

    Once the application is sent it is kept as it was then; in a draft these four are empty.
    """

    __tablename__ = "item_evidence"
    __table_args__ = (
        belongs("application_item", "item_id"),
        belongs("evidence", "evidence_id"),
        CheckConstraint(
            "(title IS NULL) = (note IS NULL) AND (title IS NULL) = (kind IS NULL)"
            " AND (title IS NULL) = (dated_on IS NULL)",
            name="kept_whole",
        ),
        UniqueConstraint("item_id", "evidence_id"),
        Index(None, "evidence_id"),
    )

    item_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    evidence_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    title: Mapped[str | None] = mapped_column(default=None, info=PRIVATE)
    note: Mapped[str | None] = mapped_column(default=None, info=PRIVATE)
    kind: Mapped[str | None] = mapped_column(default=None, info=PERSONAL)
    dated_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)

    evidence: Mapped["Evidence"] = relationship(
        primaryjoin="ItemEvidence.evidence_id == Evidence.id",
        foreign_keys="ItemEvidence.evidence_id", lazy="raise",
    )  # fmt: skip


class ManagerStatement(Owned, Versioned, Base):
    """What the applicant's manager is asked to say, until when, and what they said."""

    __tablename__ = "manager_statement"
    __table_args__ = (
        belongs("application", "application_id"),
        belongs("person", "asked_id"),
        belongs("person", "said_by_id"),
        one_of("view", ("", *stages.VIEWS)),
        CheckConstraint("(view = '') = (said_on IS NULL)", name="said_whole"),
        UniqueConstraint("application_id"),
    )

    application_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    asked_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)
    """Who was asked; nobody where no manager was known."""
    asked_on: Mapped[date] = mapped_column(info=PERSONAL)
    due_on: Mapped[date] = mapped_column(info=PERSONAL)
    view: Mapped[str] = mapped_column(default="", info=PERSONAL)
    words: Mapped[str] = mapped_column(default="", info=PRIVATE)
    said_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    said_by_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)

    said_by: Mapped[Optional["Person"]] = relationship(
        primaryjoin="ManagerStatement.said_by_id == Person.id",
        foreign_keys="ManagerStatement.said_by_id", lazy="select",
    )  # fmt: skip

    @property
    def is_missing(self) -> bool:
        """Whether its day has passed without a word: the application went on without."""
        return not self.view and today() > self.due_on


class ToChair(Owned, Versioned, Base):
    """A manager's "not yet" that the applicant took to the chair, and what the chair answered."""

    __tablename__ = "to_chair"
    __table_args__ = (
        belongs("application", "application_id"),
        belongs("person", "answered_by_id"),
        one_of("answer", ("", *stages.CHAIR_ANSWERS)),
        CheckConstraint("(answer = '') = (answered_on IS NULL)", name="answered_whole"),
        UniqueConstraint("application_id"),
    )

    application_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    words: Mapped[str] = mapped_column(info=PRIVATE)
    taken_at: Mapped[datetime] = mapped_column(default=now, info=PERSONAL)
    answer: Mapped[str] = mapped_column(default="", info=PERSONAL)
    answer_words: Mapped[str] = mapped_column(default="", info=PRIVATE)
    answered_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    answered_by_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)
