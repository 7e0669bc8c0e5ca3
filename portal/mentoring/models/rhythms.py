"""How often pairs of a scheme mean to meet, and who heard that one of them has gone quiet."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.database import PERSONAL, PUBLIC, Base, Owned, Versioned, belongs
from portal.mentoring import rhythm
from portal.mentoring.models.pairings import COACHING

LONGEST_WEEKS, LONGEST_MORE = 26, 12


class SchemeRhythm(Owned, Versioned, Base):
    """What an organisation agreed for its pairs, by kind: the usual gap, and the wait after it.

    A pair that signed a gap of its own keeps that; the wait is the scheme's for everybody.
    """

    __tablename__ = "scheme_rhythm"
    __table_args__ = (
        UniqueConstraint("organisation_id"),
        *(
            CheckConstraint(f"{column} BETWEEN 1 AND {most}", name=f"{column}_possible")
            for column, most in (
                ("coaching_weeks", LONGEST_WEEKS), ("coaching_more", LONGEST_MORE),
                ("mentoring_weeks", LONGEST_WEEKS), ("mentoring_more", LONGEST_MORE),
            )
        ),
    )  # fmt: skip

    coaching_weeks: Mapped[int] = mapped_column(default=rhythm.WEEKS, info=PUBLIC)
    coaching_more: Mapped[int] = mapped_column(default=rhythm.MORE, info=PUBLIC)
    mentoring_weeks: Mapped[int] = mapped_column(default=rhythm.WEEKS, info=PUBLIC)
    mentoring_more: Mapped[int] = mapped_column(default=rhythm.MORE, info=PUBLIC)

    def agreed(self, kind: str) -> tuple[int, int]:
        """The weeks between two sessions of this kind, and the weeks after which others hear."""
        if kind == COACHING:
            return self.coaching_weeks, self.coaching_more
        return self.mentoring_weeks, self.mentoring_more


class QuietSpell(Owned, Base):
    """A pair went quiet: since which day, when the two heard it, and when the coordinator did.

    The day is that of their last session, or their first day: the next session ends the spell.
    """

    __tablename__ = "quiet_spell"
    __table_args__ = (
        belongs("pairing", "pairing_id"),
        UniqueConstraint("pairing_id", "since_on"),
        CheckConstraint(
            "coordinator_told_on IS NULL OR coordinator_told_on > told_on", name="the_two_first"
        ),
    )

    pairing_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    since_on: Mapped[date] = mapped_column(info=PERSONAL)
    told_on: Mapped[date] = mapped_column(info=PERSONAL)
    coordinator_told_on: Mapped[date | None] = mapped_column(default=None, info=PERSONAL)
