"""A year as its page shows it: where it stands, what is next, and every item by stage.

It puts together what `queries` found and what the rules say of it, for one reader on one day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from portal.induction import calendar, forecast, progress, waiting, wording
from portal.induction.models import Induction, InductionItem
from portal.induction.programmes import Stage
from portal.people.models import Person
from portal.web import days

TONES = {progress.DONE: "done", progress.WAS_DUE: "late", progress.COMING_UP: "soon"}


@dataclass(frozen=True)
class Part:
    """A stage of the year with its items."""

    stage: Stage
    items: Sequence[InductionItem]
    is_open: bool

    @property
    def words(self) -> str:
        """How much of the stage took place: "5 of 8 done"."""
        return f"{progress.count(self.items).words} done"


@dataclass(frozen=True)
class Year:
    """One induction year, for one reader on one day.

    `coaches` are those who coach or mentor the reader, on their own page: role, name, address.
    """

    induction: Induction
    items: Sequence[InductionItem]
    today: date
    reader: Person
    manager: Person | None = None
    waits: Sequence[waiting.Wait] = ()
    coaches: Sequence[tuple[str, str, str]] = ()

    @property
    def is_own(self) -> bool:
        """Whether the reader is the person whose year it is."""
        return self.reader.id == self.induction.person_id

    @property
    def few_waits(self) -> Sequence[waiting.Wait]:
        """What has waited longest for somebody."""
        return self.waits[: waiting.FEW]

    @property
    def change_id(self) -> UUID | None:
        """The change of the year that waits to be agreed, if there is one."""
        changes = (wait for wait in self.waits if wait.kind == waiting.CHANGE)
        return next((wait.subject_id for wait in changes), None)

    @property
    def week(self) -> calendar.Week:
        """The week of the year it is today."""
        return self.induction.week_of(self.today)

    @property
    def sentence(self) -> str:
        """The first sentence of the page."""
        stop, ended_on = self.induction.stop_on(self.today), self.induction.ended_on
        whose = "Your" if self.is_own else "The"
        if ended_on is not None and ended_on < self.today:
            return f"{whose} induction year ended on {days.in_words(ended_on)}."
        if stop is not None:
            return wording.paused(stop, whose)
        if self.induction.breaks_off_on is not None:
            return wording.breaking_off(self.asked, self.today, self.induction.breaks_off_on, whose)
        return wording.standing(
            self.items,
            week=self.week,
            today=self.today,
            started_on=self.induction.started_on,
            ended_on=self.induction.ended_on or self.induction.planned_end_on,
            whose="Your" if self.is_own else "The",
        )

    @property
    def done(self) -> progress.Count:
        """How many items took place, of how many."""
        return progress.count(self.items)

    @property
    def counted(self) -> list[tuple[str, str]]:
        """The kinds that are counted at the top of the page: "1 of 3", "direct observations"."""
        kinds = self.induction.programme.kinds.values()
        return [
            (progress.count(self.items, kind.key).words, kind.many)
            for kind in kinds
            if kind.is_counted
        ]

    @cached_property
    def asked(self) -> list[InductionItem]:
        """The items, without those that fall away where the year breaks off."""
        return progress.asked_for(self.items, self.induction.breaks_off_on)

    @property
    def next_review(self) -> InductionItem | None:
        """The first review that is not recorded yet."""
        return progress.next_of_kind(self.asked, "review")

    def brief(self, item: InductionItem) -> str:
        """The day of an item in few words: "24 December"."""
        if forecast.known(item.on_day, self.induction.moves) is None:
            return "Later"
        return wording.calendar_day(item.on_day, self.today)

    @cached_property
    def foremost(self) -> list[InductionItem]:
        """The few items to put first."""
        return progress.foremost(self.asked, self.today)

    @property
    def more_past(self) -> int:
        """How many more things were due than are put first."""
        past, first = progress.was_due(self.asked, self.today), {item.id for item in self.foremost}
        return sum(item.id not in first for item in past)

    @property
    def parts(self) -> list[Part]:
        """The stages with their items. Open stand those with something put first."""
        first = {item.stage for item in self.foremost}
        return [
            Part(
                stage,
                [item for item in self.items if item.stage == stage.key],
                is_open=stage.key in first,
            )
            for stage in self.induction.programme.stages
        ]

    def tag(self, item: InductionItem) -> tuple[str, str]:
        """How far an item is, and the tone of its tag."""
        if forecast.known(item.on_day, self.induction.moves) is None:
            return "Day follows", "quiet"
        return days.distance(item.on_day, self.today), days.tone(item.on_day, self.today)

    def look(self, item: InductionItem) -> str:
        """How the timeline draws an item: done, soon, late or later."""
        return TONES.get(progress.state(item, self.today), "later")

    def when(self, item: InductionItem) -> str:
        """When an item took place, or is to: "Held on 28 September 2026"."""
        if item.earlier and not item.held_on:
            happened = item.earlier == progress.HAPPENED
            return f"Before the portal, {'it happened' if happened else 'not known'}"
        if item.held_on:
            return f"{item.done_word.capitalize()} on {days.short(item.held_on)}"
        if item.booked_on:
            verb = "Was agreed" if item.booked_on < self.today else "Agreed"
            return f"{verb} for {days.in_words(item.booked_on)}"
        last_on = self.induction.breaks_off_on
        if last_on is not None and item.on_day > last_on:
            return "Falls away, as the year ends before it"
        if item.is_optional:
            return "Only if it is needed"
        if forecast.known(item.due_on, self.induction.moves) is None:
            return "Its day follows when the day of return is known"
        verb = "Was due on" if item.due_on < self.today else "Due by"
        return f"{verb} {days.in_words(item.due_on)}"

    def by_whom(self, item: InductionItem) -> str:
        """Who does an item, where the reader should know: ", together with your assessor"."""
        if self.is_own:
            words = {"nqsw": "", "both": ", together with your assessor"}
            return words.get(item.owner, f", done by your {item.owner}")
        assessor = "you" if self.reader.id == self.induction.todays_assessor_id else "the assessor"
        person = self.induction.person.name
        words = {"nqsw": person, "assessor": assessor, "both": f"{person} and {assessor}"}
        return f", done by {words.get(item.owner, f'the {item.owner}')}"

    def is_pressing(self, item: InductionItem) -> bool:
        """Whether an item was due or is within a week, so that it is offered for recording."""
        return (item.on_day - self.today).days <= days.SOON
