"""A question and its answer as a text for everybody, once both of its two agree to that text."""

import json
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal import clock
from portal.database import PERSONAL, PUBLIC, Base, Owned, Versioned, belongs
from portal.people.folding import fold
from portal.support import kinds
from portal.support.models.sealed import Sealed

if TYPE_CHECKING:
    from portal.people.models import Person

STANDS = text("withdrawn_at IS NULL")


class SharedAnswer(Owned, Sealed, Versioned, Base):
    """A proposal to share a question and its answer, without anything that says who it was about.

    `number` counts its texts: who agreed, agreed to one of them. Until both agreed to the same it
    lies sealed; then `asked` and `answered` are for everybody, and `folded` finds them. Whoever
    of the two withdraws it deletes its words.
    """

    __tablename__ = "shared_answer"
    __table_args__ = (
        belongs("question", "question_id"),
        belongs("person", "asker_id"),
        belongs("person", "consultant_id"),
        CheckConstraint("number >= 1", name="number_counted"),
        CheckConstraint(
            "published_at IS NULL OR withdrawn_at IS NOT NULL"
            " OR (asker_agreed = number AND consultant_agreed = number)",
            name="published_by_both",
        ),
        CheckConstraint("published_at IS NOT NULL OR asked = ''", name="sealed_before"),
        Index(
            "uq_shared_answer_of_question", "question_id",
            unique=True, sqlite_where=STANDS, postgresql_where=STANDS,
        ),
        Index(None, "organisation_id", "published_at"),
    )  # fmt: skip

    question_id: Mapped[UUID] = mapped_column(info=PUBLIC)
    asker_id: Mapped[UUID] = mapped_column(index=True, info=PERSONAL)
    consultant_id: Mapped[UUID] = mapped_column(index=True, info=PERSONAL)
    kind: Mapped[str] = mapped_column(info=PUBLIC)
    number: Mapped[int] = mapped_column(default=1, info=PUBLIC)
    asker_agreed: Mapped[int | None] = mapped_column(default=None, info=PERSONAL)
    consultant_agreed: Mapped[int | None] = mapped_column(default=None, info=PERSONAL)
    proposed_at: Mapped[datetime] = mapped_column(default=clock.now, info=PERSONAL)
    published_at: Mapped[datetime | None] = mapped_column(default=None, info=PUBLIC)
    withdrawn_at: Mapped[datetime | None] = mapped_column(default=None, info=PERSONAL)
    asked: Mapped[str] = mapped_column(default="", info=PUBLIC)
    answered: Mapped[str] = mapped_column(default="", info=PUBLIC)
    folded: Mapped[str] = mapped_column(default="", info=PUBLIC)

    asker: Mapped["Person"] = relationship(
        primaryjoin="SharedAnswer.asker_id == Person.id", foreign_keys=asker_id,
        lazy="joined", innerjoin=True,
    )  # fmt: skip
    consultant: Mapped["Person"] = relationship(
        primaryjoin="SharedAnswer.consultant_id == Person.id", foreign_keys=consultant_id,
        lazy="joined", innerjoin=True,
    )  # fmt: skip

    @property
    def about(self) -> str:
        """What kind of help it was."""
        return kinds.label_of(self.kind)

    @property
    def text(self) -> tuple[str, str]:
        """The question and the answer as they are proposed or shared; empty once withdrawn."""
        if self.words is None:
            return self.asked, self.answered
        asked, answered = json.loads(self.words)
        return asked, answered

    def put(self, asked: str, answered: str) -> None:
        """Seal a text as what is proposed now."""
        self.write(json.dumps([asked, answered]))

    @property
    def is_published(self) -> bool:
        """Whether everybody reads it."""
        return self.published_at is not None and self.withdrawn_at is None

    @property
    def is_open(self) -> bool:
        """Whether it is proposed, and neither shared nor withdrawn."""
        return self.published_at is None and self.withdrawn_at is None

    @property
    def shared_on(self) -> date | None:
        """The day on which everybody could first read it."""
        moment = self.published_at
        return moment.astimezone(clock.LONDON).date() if moment else None

    def is_of(self, person: "Person") -> bool:
        """Whether this person is one of its two."""
        return person.id in {self.asker_id, self.consultant_id}

    def other_than(self, person: "Person") -> "Person":
        """The other of the two."""
        return self.asker if person.id == self.consultant_id else self.consultant

    def has_agreed(self, person: "Person") -> bool:
        """Whether this person agreed to the text as it is now."""
        of = self.asker_agreed if person.id == self.asker_id else self.consultant_agreed
        return of == self.number

    def agree(self, person: "Person") -> None:
        """Keep that this person agrees to the text as it is now."""
        if person.id == self.asker_id:
            self.asker_agreed = self.number
        else:
            self.consultant_agreed = self.number

    def publish(self) -> None:
        """Let everybody read the text to which both agreed."""
        self.asked, self.answered = self.text
        self.folded = f" {fold(self.asked)} {fold(self.answered)} {fold(self.about)}"
        self.published_at, self.sealed = clock.now(), None

    def withdraw(self) -> None:
        """Delete its words, wherever they stand."""
        self.withdrawn_at, self.sealed = clock.now(), None
        self.asked = self.answered = self.folded = ""
