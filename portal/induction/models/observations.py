"""Direct observations: planned, moved, consented to, written in parts, finished by both."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.database import PERSONAL, PRIVATE, PUBLIC, Base, Owned, Versioned, belongs, one_of
from portal.induction import observing
from portal.induction.models.years import Induction, InductionItem
from portal.people.models import Person


class Observation(Owned, Versioned, Base):
    """One piece of practice that somebody watches. Whatever is written in it is assessment.

    Consent is what the family answered, with the day and the way; never who they are.
    """

    __tablename__ = "observation"
    __table_args__ = (
        belongs("induction", "induction_id"),
        belongs("induction_item", "item_id"),
        belongs("person", "observer_id"),
        belongs("person", "planned_by_id"),
        UniqueConstraint("induction_id", "number"),
        UniqueConstraint("item_id"),
        Index(None, "organisation_id", "observer_id", "planned_on"),
        one_of("setting", tuple(observing.SETTINGS)),
        one_of("consent", ("", *observing.CONSENTS)),
        one_of("consent_how", ("", *observing.WAYS)),
        CheckConstraint("number > 0", name="number_from_one"),
        CheckConstraint("(consent = '') = (consent_on IS NULL)", name="consent_has_a_day"),
    )

    induction_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    item_id: Mapped[UUID | None] = mapped_column(default=None, info=PUBLIC)
    number: Mapped[int] = mapped_column(info=PUBLIC)
    observer_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    planned_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    planned_on: Mapped[date] = mapped_column(info=PERSONAL)
    setting: Mapped[str] = mapped_column(info=PERSONAL)
    focus: Mapped[str] = mapped_column(default="", info=PRIVATE)
    consent: Mapped[str] = mapped_column(default="", info=PERSONAL)
    consent_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    consent_how: Mapped[str] = mapped_column(default="", info=PERSONAL)
    observer_finished_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    worker_finished_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)

    induction: Mapped[Induction] = relationship(
        primaryjoin="Observation.induction_id == Induction.id",
        foreign_keys=[induction_id],
        lazy="joined",
        innerjoin=True,
    )
    item: Mapped[InductionItem | None] = relationship(
        primaryjoin="Observation.item_id == InductionItem.id",
        foreign_keys=[item_id],
        lazy="select",  # asked of the one observation that is finished or moved
        viewonly=True,
    )
    observer: Mapped[Person] = relationship(
        primaryjoin="Observation.observer_id == Person.id",
        foreign_keys=[observer_id],
        lazy="joined",
        innerjoin=True,
    )
    sections: Mapped[list["ObservationSection"]] = relationship(
        primaryjoin="Observation.id == foreign(ObservationSection.observation_id)",
        lazy="select",
        back_populates="observation",
        viewonly=True,
    )

    @property
    def title(self) -> str:
        """What it is called: its number is given by the portal."""
        return f"Direct observation {self.number}"

    @property
    def is_finished(self) -> bool:
        """Whether both have finished, so that nobody writes in it any more."""
        return self.observer_finished_on is not None and self.worker_finished_on is not None

    @property
    def is_withdrawn(self) -> bool:
        """Whether the family took their consent back."""
        return self.consent == observing.WITHDRAWN

    def role_of(self, person: Person) -> str:
        """Whose sections this person writes: the worker's, the observer's, or nobody's ("")."""
        if self.induction.person_id == person.id:
            return observing.WORKER
        return observing.OBSERVER if self.observer_id == person.id else ""

    def finished_on(self, role: str) -> date | None:
        """The day on which one of the two finished, if they have."""
        return self.worker_finished_on if role == observing.WORKER else self.observer_finished_on


class ObservationSection(Owned, Versioned, Base):
    """One part of an observation's record; its key says whose it is."""

    __tablename__ = "observation_section"
    __table_args__ = (
        belongs("observation", "observation_id"),
        UniqueConstraint("observation_id", "key"),
        one_of("key", tuple(observing.SECTIONS)),
    )

    observation_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    key: Mapped[str] = mapped_column(info=PUBLIC)
    words: Mapped[str] = mapped_column(default="", info=PRIVATE)
    saved_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)

    observation: Mapped[Observation] = relationship(
        primaryjoin="ObservationSection.observation_id == Observation.id",
        foreign_keys=[observation_id],
        lazy="joined",
        innerjoin=True,
        back_populates="sections",
    )

    @property
    def about(self) -> observing.Section:
        """What is to be written here, and by whom."""
        return observing.SECTIONS[self.key]


class ObservationMove(Owned, Base):
    """An observation that was moved, or did not take place on its day, with a neutral reason."""

    __tablename__ = "observation_move"
    __table_args__ = (
        belongs("observation", "observation_id"),
        belongs("person", "recorded_by_id"),
        one_of("reason", tuple(observing.REASONS)),
    )

    observation_id: Mapped[UUID] = mapped_column(index=True, info=PUBLIC)
    was_on: Mapped[date] = mapped_column(info=PERSONAL)
    moved_to: Mapped[date] = mapped_column(info=PERSONAL)
    reason: Mapped[str] = mapped_column(info=PERSONAL)
    recorded_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    recorded_on: Mapped[date] = mapped_column(info=PERSONAL)

    @property
    def word(self) -> str:
        """Moved before its day, or missed on it."""
        return "Moved" if self.recorded_on <= self.was_on else "Missed"
