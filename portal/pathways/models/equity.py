"""The figures of a year about whether progression treats people alike, as they were worked out."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.clock import today
from portal.database import PUBLIC, Base, Owned


class EquityYear(Owned, Base):
    """What is shown from a 1 April on. It is worked out once and never changed.

    Answers are people's to change and to delete; were the page counted from them each time, the
    difference of two days would show what one person said.
    """

    __tablename__ = "equity_year"
    __table_args__ = (UniqueConstraint("organisation_id", "from_on"),)

    from_on: Mapped[date] = mapped_column(info=PUBLIC)
    worked_out_on: Mapped[date] = mapped_column(default=today, info=PUBLIC)
    # Lines of ten people and more, as `equity.to_keep` writes them; empty for too few people.
    content: Mapped[dict[str, Any]] = mapped_column(JSON, info=PUBLIC)
