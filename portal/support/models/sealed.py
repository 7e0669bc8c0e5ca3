"""Words for two people alone, as they lie in a row: sealed, and bound to that row."""

from typing import Any
from uuid import UUID

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from portal import sealing
from portal.database import PRIVATE


class Sealed:
    """A row that may hold words; without any once their time is over, or where none were said."""

    __tablename__: str
    id: Mapped[UUID]
    organisation_id: Mapped[UUID]
    sealed: Mapped[bytes | None] = mapped_column(LargeBinary, default=None, info=PRIVATE)

    def write(self, words: str) -> None:
        """Seal these words in this row, which has its id already."""
        self.sealed = sealing.seal(words, bound_to=_place(self))

    @property
    def words(self) -> str | None:
        """What it says; None where nothing is kept, or the key of it is gone."""
        if self.sealed is None:
            return None
        try:
            return sealing.unseal(self.sealed, bound_to=_place(self))
        except sealing.UnreadableError:
            return None


def _place(row: Any) -> str:
    return f"{row.__tablename__}:sealed:{row.id}:{row.organisation_id}"
