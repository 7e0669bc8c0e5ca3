"""The dates of a progression: sent in time, the manager's clock, pay, the clock of an appeal.

Pure. Shapes: days are dates, both ends count; `nation` names the bank holidays ("ENG", "SCT"...).
Units: working days. Sources: the usual panel takes what was sent two to four weeks before, an
appeal stands open for about ten working days, and pay counts from the panel's day, from the day
of sending or from the first of the next month (this portal's plan, section 5.2); which of the
three is what each employer says.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from portal import working_days

ONE_DAY = timedelta(days=1)
MANAGERS_DAYS: Final = 10
"""Working days that a manager has to say what they think, counted from the day of sending."""
APPEAL_DAYS: Final = 10
"""Working days in which an outcome can be appealed, and then in which that is answered."""

FROM_PANEL, FROM_SENDING, FROM_NEXT_MONTH = "panel", "sending", "next month"
PAID_FROM: dict[str, str] = {
    FROM_PANEL: "The day of the panel",
    FROM_SENDING: "The day on which the application was sent",
    FROM_NEXT_MONTH: "The first of the month after the panel",
}


@dataclass(frozen=True)
class Sitting:
    """A panel as somebody sees it who wants to send an application to it."""

    meets_on: date
    send_by: date
    places: int
    taken: int

    @property
    def left(self) -> int:
        """How many places nobody has taken."""
        return max(0, self.places - self.taken)

    def is_open(self, day: date) -> bool:
        """Whether an application can still be sent to it."""
        return day <= self.send_by and self.left > 0


LATE, FULL = "late", "full"


def objection(sitting: Sitting, day: date) -> str:
    """Why an application cannot be sent to this panel: "late", "full", or "" when it can."""
    if day > sitting.send_by:
        return LATE
    return FULL if sitting.left == 0 else ""


def next_open(sittings: Iterable[Sitting], day: date) -> Sitting | None:
    """The first panel, by its day, that an application can still be sent to."""
    return min(
        (each for each in sittings if each.is_open(day)), key=lambda s: s.meets_on, default=None
    )


def panel_objection(meets_on: date, send_by: date, day: date) -> str:
    """What is wrong with the two days of a panel, in a sentence; "" when nothing is."""
    if meets_on <= day:
        return "The panel has to meet on a day to come"
    if send_by >= meets_on:
        return "The last day for applications has to be before the panel meets"
    return ""


def manager_by(sent_on: date, meets_on: date, nation: str = "ENG") -> date:
    """Until when the manager can say what they think.

    Ten working days after it was sent, and no later than the last working day before the panel;
    where it was sent on the eve itself, that day.
    """
    usual = working_days.after(sent_on, MANAGERS_DAYS, nation)
    eve = working_days.on_or_before(meets_on - ONE_DAY, nation)
    return max(sent_on, min(usual, eve))


def paid_from(rule: str, *, meets_on: date, sent_on: date) -> date:
    """The day from which a progression is paid, by the employer's rule (a key of `PAID_FROM`)."""
    if rule == FROM_SENDING:
        return sent_on
    if rule == FROM_NEXT_MONTH:
        return (meets_on.replace(day=1) + timedelta(days=32)).replace(day=1)
    if rule == FROM_PANEL:
        return meets_on
    raise ValueError(f"Nobody is paid from {rule!r}.")


def appeal_by(told_on: date, nation: str = "ENG") -> date:
    """The last day on which an outcome can be appealed, or on which an appeal is to be answered."""
    return working_days.after(told_on, APPEAL_DAYS, nation)
