"""Sessions: the days on which people met, each with its kind, and who attended those of groups."""

from datetime import date
from typing import TYPE_CHECKING, Final
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.clock import today
from portal.database import PERSONAL, PUBLIC, Base, Owned, Versioned, belongs, one_of
from portal.mentoring import gatherings, lengths, when
from portal.mentoring.models.pairings import COACHING, MENTORING, Pairing
from portal.mentoring.reasons import REASONS

if TYPE_CHECKING:
    from portal.people.models import Person

SUPERVISION: Final = "supervision"
GROUP: Final = "group"
SESSION_KINDS = (COACHING, MENTORING, SUPERVISION, GROUP)
HAVE_NOTES = (COACHING, MENTORING)
"""The only kinds that may ever have a box for notes. A supervision log has none."""

PLANNED, HELD, MOVED, MISSED = "planned", "held", "moved", "missed"
STATES = (PLANNED, HELD, MOVED, MISSED)

IN_PERSON: Final = "in person"
MEDIA = (IN_PERSON, "video", "phone")

# Who takes part, by kind: a pair, two people without a pairing, or somebody with a group.
OF_A_PAIR = "pairing_id IS NOT NULL AND led_by_id IS NULL AND with_id IS NULL AND state = 'held'"
OF_TWO = "pairing_id IS NULL AND led_by_id IS NOT NULL AND with_id IS NOT NULL"
OF_A_GROUP = "pairing_id IS NULL AND led_by_id IS NOT NULL AND with_id IS NULL AND title <> ''"
STANDS = text("kind = 'supervision' AND state IN ('planned', 'held')")


class Session(Owned, Versioned, Base):
    """A meeting: its kind, its day, its length and its medium, and not what was said.

    Of coaching and mentoring both of the pair and the coordinator see day and length, and the
    medium belongs to the two. Supervision is between two people without a pairing; a day may be
    agreed for it, moved, or missed. `held_on` and `minutes` are then what was agreed.
    """

    __tablename__ = "mentoring_session"
    __table_args__ = (
        belongs("pairing", "pairing_id"),
        belongs("person", "recorded_by_id"),
        belongs("person", "led_by_id"),
        belongs("person", "with_id"),
        one_of("kind", SESSION_KINDS),
        one_of("medium", MEDIA),
        one_of("state", STATES),
        one_of("reason", ("", *REASONS)),
        one_of("form", ("", *gatherings.FORMS)),
        belongs("unit", "unit_id"),
        CheckConstraint(f"(kind = '{GROUP}') = (form <> '')", name="groups_have_form"),
        CheckConstraint("unit_id IS NULL OR form <> ''", name="team_of_a_group"),
        CheckConstraint(
            f"minutes BETWEEN {lengths.SHORTEST} AND {lengths.LONGEST}", name="minutes_possible"
        ),
        CheckConstraint(
            f"CASE kind WHEN '{SUPERVISION}' THEN {OF_TWO}"
            f" WHEN '{GROUP}' THEN {OF_A_GROUP} ELSE {OF_A_PAIR} END",
            name="who_by_kind",
        ),
        CheckConstraint("led_by_id IS NULL OR with_id IS NULL OR led_by_id <> with_id",
                        name="two_people"),
        CheckConstraint(f"(state = '{MISSED}') = (reason <> '')", name="missed_has_reason"),
        CheckConstraint(f"state <> '{MOVED}' OR moved_to_on IS NOT NULL", name="moved_somewhere"),
        CheckConstraint(
            f"state IN ('{MOVED}', '{MISSED}') OR moved_to_on IS NULL", name="stands_or_moved"
        ),
        UniqueConstraint("pairing_id", "held_on"),
        Index(
            "uq_mentoring_session_supervision", "with_id", "led_by_id", "held_on",
            unique=True, sqlite_where=STANDS, postgresql_where=STANDS,
        ),
        Index(None, "with_id", "held_on"),
        Index(None, "led_by_id", "held_on"),
        Index(
            "ix_mentoring_session_totals",
            "organisation_id", "held_on", "kind", "minutes", "pairing_id",
        ),
        Index(None, "unit_id", "held_on"),
    )  # fmt: skip

    pairing_id: Mapped[UUID | None] = mapped_column(default=None, info=PUBLIC)
    kind: Mapped[str] = mapped_column(info=PERSONAL)
    held_on: Mapped[date] = mapped_column(info=PERSONAL)
    minutes: Mapped[int] = mapped_column(info=PERSONAL)
    medium: Mapped[str] = mapped_column(default=IN_PERSON, info=PERSONAL)
    recorded_by_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    recorded_on: Mapped[date] = mapped_column(default=today, info=PERSONAL)
    led_by_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)
    with_id: Mapped[UUID | None] = mapped_column(default=None, info=PERSONAL)
    title: Mapped[str] = mapped_column(default="", info=PERSONAL)
    form: Mapped[str] = mapped_column(default="", info=PERSONAL)
    """Which form of group session it was (see `gatherings`); empty for every other kind."""
    unit_id: Mapped[UUID | None] = mapped_column(default=None, info=PUBLIC)
    """The team whose session it was, where it was one of a team."""
    state: Mapped[str] = mapped_column(default=HELD, info=PERSONAL)
    reason: Mapped[str] = mapped_column(default="", info=PERSONAL)
    moved_to_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
    notes_kept: Mapped[int] = mapped_column(default=0, info=PERSONAL)
    """How many versions of its note are kept; the note itself is for the two alone."""

    of_pair: Mapped[Pairing | None] = relationship(
        primaryjoin="Session.pairing_id == Pairing.id",
        foreign_keys=pairing_id, lazy="joined",
    )  # fmt: skip
    led_by: Mapped["Person | None"] = relationship(
        primaryjoin="Session.led_by_id == Person.id", foreign_keys=led_by_id, lazy="select"
    )
    with_person: Mapped["Person | None"] = relationship(
        primaryjoin="Session.with_id == Person.id", foreign_keys=with_id, lazy="select"
    )

    @property
    def pairing(self) -> Pairing:
        """The pair whose session it is: only of coaching and mentoring is it asked."""
        if self.of_pair is None:
            raise LookupError(f"A session of {self.kind} has no pairing.")
        return self.of_pair

    @pairing.setter
    def pairing(self, pairing: Pairing) -> None:
        self.of_pair = pairing

    @property
    def is_supervision(self) -> bool:
        """Whether two people met, or are to meet, for supervision."""
        return self.kind == SUPERVISION

    @property
    def is_group(self) -> bool:
        """Whether somebody led it for several people."""
        return self.kind == GROUP

    @property
    def may_have_notes(self) -> bool:
        """Whether a box for notes may ever stand beside it."""
        return self.kind in HAVE_NOTES

    @property
    def is_planned(self) -> bool:
        """Whether a day is agreed, and neither held nor missed nor moved yet."""
        return self.state == PLANNED

    def joins(self, person: "Person") -> bool:
        """Whether this person is one of the two of a supervision."""
        return self.is_supervision and person.id in (self.led_by_id, self.with_id)

    def beside(self, person: "Person") -> "Person":
        """The other of the two of a supervision."""
        other = self.with_person if person.id == self.led_by_id else self.led_by
        if other is None:
            raise LookupError(f"A session of {self.kind} is not of two people.")
        return other

    @property
    def length(self) -> str:
        """How long it was, in words."""
        return lengths.in_words(self.minutes)

    @property
    def correctable_until(self) -> date:
        """The last day on which either of the two may put it right."""
        return when.correctable_until(self.held_on, self.recorded_on)

    @property
    def is_correctable(self) -> bool:
        """Whether it can still be put right today."""
        return today() <= self.correctable_until


class Attendance(Owned, Base):
    """Somebody attended a group session: it counts in their record."""

    __tablename__ = "attendance"
    __table_args__ = (
        belongs("mentoring_session", "session_id"),
        belongs("person", "person_id"),
        UniqueConstraint("session_id", "person_id"),
        Index(None, "person_id", "session_id"),
    )

    session_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)

    session: Mapped[Session] = relationship(
        primaryjoin="Attendance.session_id == Session.id", foreign_keys=session_id, lazy="raise"
    )
