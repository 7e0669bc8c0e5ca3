"""A link for feedback on its way by mail, for as long as the address is needed."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.clock import now
from portal.database import PERSONAL, PUBLIC, Base, Moment, Owned, belongs, one_of
from portal.induction.models.feedback import FeedbackRequest

QUEUED, SENT = "queued", "sent"


class FeedbackLetter(Owned, Base):
    """Where a link goes by mail: first the link, then one reminder. The link itself stands nowhere.

    The row goes with the answer, with the reminder, when the link is over, or when the mail cannot
    be delivered, of which whoever asked is told: then nothing says whom the link was given to.
    """

    __tablename__ = "feedback_letter"
    __table_args__ = (
        belongs("feedback_request", "request_id"),
        one_of("mail_state", (QUEUED, SENT)),
        Index(None, "mail_state", "next_try_at"),
    )

    request_id: Mapped[UUID] = mapped_column(unique=True, info=PUBLIC)
    mail_to: Mapped[str] = mapped_column(info=PERSONAL)
    is_reminder: Mapped[bool] = mapped_column(default=False, info=PUBLIC)
    mail_state: Mapped[str] = mapped_column(default=QUEUED, info=PUBLIC)
    tries: Mapped[int] = mapped_column(default=0, info=PUBLIC)
    next_try_at: Mapped[datetime] = mapped_column(Moment, default=now, info=PUBLIC)

    request: Mapped[FeedbackRequest] = relationship(
        primaryjoin="FeedbackLetter.request_id == FeedbackRequest.id",
        foreign_keys=[request_id],
        lazy="raise",
        viewonly=True,
    )
