"""What somebody said about themself for equality: sealed, and read by nobody but them."""

import json
from collections.abc import Mapping
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal import sealing
from portal.database import PERSONAL, PRIVATE, Base, Owned, Versioned, belongs


class EqualityAnswers(Owned, Versioned, Base):
    """The answers of one person. They open them alone; else they are only ever counted."""

    __tablename__ = "equality_answers"
    __table_args__ = (belongs("person", "person_id"), UniqueConstraint("person_id"))

    person_id: Mapped[UUID] = mapped_column(info=PERSONAL)
    sealed: Mapped[bytes] = mapped_column(LargeBinary, info=PRIVATE)
    answered_on: Mapped[date] = mapped_column(info=PERSONAL)

    @property
    def answers(self) -> dict[str, str]:
        """Answers by characteristic; none where they cannot be read, because their key is gone."""
        try:
            return dict(json.loads(sealing.unseal(self.sealed, bound_to=self._place)))
        except sealing.UnreadableError:
            return {}

    @answers.setter
    def answers(self, said: Mapping[str, str]) -> None:
        self.id = self.id or uuid4()
        self.sealed = sealing.seal(json.dumps(dict(said)), bound_to=self._place)

    @property
    def _place(self) -> str:
        return f"{self.__tablename__}:sealed:{self.id}:{self.organisation_id}"
