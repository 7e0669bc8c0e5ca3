"""First weeks as their pages show them: the tasks by time, whose they are, and how they stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from portal.induction import beginning
from portal.induction.models import FirstWeeksTask, Induction
from portal.people.models import Person
from portal.web import days
from portal.web.lists import Page
from portal.web.numbers import in_words

A_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Part:
    """A part of the first weeks with its tasks."""

    title: str
    tasks: Sequence[FirstWeeksTask]


@dataclass(frozen=True)
class FirstWeeks:
    """The first weeks of one year, for one reader on one day."""

    induction: Induction
    tasks: Sequence[FirstWeeksTask]
    today: date
    reader: Person

    @property
    def is_own(self) -> bool:
        """Whether the reader is the person who starts."""
        return self.reader.id == self.induction.person_id

    @property
    def sentence(self) -> str:
        """The first sentence of the page."""
        whose = "your" if self.is_own else "the"
        return beginning.standing(self.tasks, self.today, self.induction.started_on, whose)

    @property
    def parts(self) -> list[Part]:
        """The tasks before day one, in the first week and after it; only parts that hold any."""
        first = self.induction.started_on
        named = (
            ("Before day one", date.min, first),
            ("The first week", first, first + A_WEEK),
            ("Weeks 2 to 6", first + A_WEEK, date.max),
        )
        found = [
            Part(title, [task for task in self.tasks if begins <= task.due_on < ends])
            for title, begins, ends in named
        ]
        return [part for part in found if part.tasks]

    @property
    def is_asked(self) -> bool:
        """Whether it is time to ask the person whether this is what they were promised."""
        return beginning.is_asked(self.induction.started_on, self.today)

    def who(self, task: FirstWeeksTask) -> str:
        """Who does a task: a person by name where that is known, otherwise by what they do."""
        if task.owner == "nqsw":
            return "you" if self.is_own else self.induction.person.name
        if task.owner == "assessor" and self.induction.assessor:
            return self._named(self.induction.assessor)
        post = self.induction.post
        if task.owner == "manager" and post and post.manager_id == self.reader.id:
            return "you"
        return beginning.OWNERS[task.owner]

    def when(self, task: FirstWeeksTask) -> str:
        """When a task was done, or is to be."""
        if task.done_on:
            by = task.recorded_by
            name = "" if by is None else f", recorded by {self._named(by)}"
            return f"Done on {days.short(task.done_on)}{name}"
        if not task.is_known:
            return "Not known: the year began before the portal knew of it"
        verb = "Was due on" if task.due_on < self.today else "Due by"
        return f"{verb} {days.in_words(task.due_on)}, by {self.who(task)}"

    def tag(self, task: FirstWeeksTask) -> tuple[str, str]:
        """The word and the tone of a task."""
        if task.done_on:
            return "Done", "quiet"
        if not task.is_known:
            return "Not known", "quiet"
        return days.distance(task.due_on, self.today), days.tone(task.due_on, self.today)

    def _named(self, person: Person) -> str:
        return "you" if person.id == self.reader.id else person.name


@dataclass(frozen=True)
class Mine:
    """What is one person's to do for people who start, a page of it."""

    page: Page
    today: date

    @property
    def sentence(self) -> str:
        """The first sentence of the list."""
        tasks = self.page.rows
        if not tasks:
            return "Nothing for people who start waits on you."
        first = tasks[0]
        past = sum(task.due_on < self.today for task in tasks)
        many = "More than " if self.page.next else ""
        number = in_words(len(tasks)) if not many else str(len(tasks))
        things = "thing is" if len(tasks) == 1 and not many else "things are"
        said = f"{many}{number} {things} yours to do for people who start."
        said = said[:1].upper() + said[1:]
        if past:
            was = "was" if past == 1 else "were"
            return f"{said} {in_words(past).capitalize()} {was} due before today."
        return f"{said} The first is due by {days.in_words(first.due_on)}."

    def tag(self, task: FirstWeeksTask) -> tuple[str, str]:
        """How far a task is, and the tone of its tag."""
        return days.distance(task.due_on, self.today), days.tone(task.due_on, self.today)

    def text(self, task: FirstWeeksTask) -> str:
        """For whom, when they start, and by which day."""
        year = task.induction
        verb = "starts" if year.started_on >= self.today else "started"
        due = "was due on" if task.due_on < self.today else "due by"
        return (
            f"For {year.person.name}, who {verb} on {days.short(year.started_on)}. "
            f"{due[0].upper()}{due[1:]} {days.in_words(task.due_on)}"
        )
