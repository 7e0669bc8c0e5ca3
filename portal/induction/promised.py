"""The ledger as its page shows it: every promise as a line, for one reader.

It puts together what `queries` found and what the rules say of it; the words are for the worker
themself or for whoever accompanies them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from portal.induction import promise_notices
from portal.induction.models import DevelopmentTime, Induction, PromiseTold
from portal.induction.promises import keeping, telling
from portal.induction.promises.development import hours
from portal.induction.promises.keeping import Kept
from portal.induction.promises.ledger import Ledger
from portal.induction.promises.telling import Missed
from portal.mentoring import reasons
from portal.people.models import Person
from portal.web import days

TONES = {
    keeping.HELD: "good",
    keeping.MOVED: "good",
    keeping.MISSED: "late",
    keeping.UNRECORDED: "late",
    keeping.PLANNED: "soon",
    keeping.REBOOKED: "soon",
    keeping.OPEN: "soon",
}
SHOWN = 6


@dataclass(frozen=True)
class Line:
    """One promise in the table: what it is, and what became of it until today."""

    title: str
    promised: str
    held: str
    moved: str
    missed: str
    rebooked: str


@dataclass(frozen=True)
class Waiting:
    """A missed promise of which others have not been told: who, when, and about what."""

    missed: Missed
    words: str
    tell_on: date
    told_on: date | None


@dataclass(frozen=True)
class Promised:
    """The promises of one year, for one reader."""

    induction: Induction
    ledger: Ledger
    reader: Person
    told: Mapping[tuple[str, date], PromiseTold]

    @property
    def is_own(self) -> bool:
        """Whether the reader is the person whose year it is."""
        return self.reader.id == self.induction.person_id

    @property
    def lines(self) -> list[Line]:
        """The promises that are counted, a line each."""
        found = [
            _counted("Supervision", self.ledger.so_far),
            self._time,
            _counted("Direct observations", self.ledger.observed),
        ]
        groups = self.ledger.gathered
        return [*found, _counted("Group days", groups)] if groups else found

    @property
    def _time(self) -> Line:
        time = self.ledger.time
        rebooked = sum(
            entry.minutes for entry in self.ledger.entries if entry.moved_to_on is not None
        )
        missed = hours(time.missed - rebooked)
        return Line(
            "Development time", hours(time.promised), hours(time.taken), "", missed,
            hours(rebooked),
        )  # fmt: skip

    @property
    def supervision(self) -> list[Kept]:
        """The latest few supervisions and the next one, latest first."""
        return self.ledger.listed[:SHOWN]

    def tone(self, kept: Kept) -> str:
        """How loud the tag of a supervision is."""
        return TONES.get(kept.state, "quiet")

    def when(self, kept: Kept) -> str:
        """The day of a supervision, or within which days it is promised."""
        window = kept.window
        between = f"Promised between {days.short(window.from_on)} and {days.short(window.due_on)}"
        if kept.day is None or kept.state == keeping.MISSED:
            because = reasons.in_words(kept.reason)
            return f"{between}: {because}" if because else between
        return f"{days.in_words(kept.day)}. {between}"

    def can_rebook(self, kept: Kept) -> bool:
        """Whether another day may still be agreed for it."""
        return kept in self.ledger.to_rebook

    def stands_above(self, kept: Kept) -> bool:
        """Whether it is among what the worker sees before anybody is told, with what to do."""
        return any(
            each.missed.promise == "supervision" and each.missed.missed_on == kept.window.due_on
            for each in self.waiting
        )

    @property
    def time_words(self) -> str:
        """The balance of development time in a sentence."""
        time = self.ledger.time
        said = (
            f"Development time: {hours(time.promised)} promised so far, {hours(time.taken)} taken."
        )
        booked = f" {hours(time.booked).capitalize()} more booked." if time.booked else ""
        return said + booked

    def of_entry(self, entry: DevelopmentTime) -> str:
        """How long an entry of development time is, and the day it was moved to."""
        moved = f", another day: {days.in_words(entry.moved_to_on)}" if entry.moved_to_on else ""
        return f"{hours(entry.minutes)}{moved}"

    @property
    def waiting(self) -> list[Waiting]:
        """What others will be told of, for the worker's own eyes."""
        if not self.is_own:
            return []
        return [self._waits(each) for each in self.ledger.missed]

    @property
    def who_will_be_told(self) -> str:
        """Who is told where no other day is agreed."""
        return promise_notices.who_will_be_told(self.induction)

    def _waits(self, missed: Missed) -> Waiting:
        row = self.told.get((missed.promise, missed.missed_on))
        tell_on = row.tell_on if row else telling.tell_on(missed.missed_on, None, self.ledger.today)
        return Waiting(missed, promise_notices.what(missed), tell_on, row.told_on if row else None)


def _counted(title: str, tally: keeping.Tally) -> Line:
    counts = (tally.promised, tally.held, tally.moved, tally.missed, tally.rebooked)
    return Line(title, *(str(number) for number in counts))
