"""A framework as values: its standards, the words of its ratings, and where evidence carries."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from portal.web import days


@dataclass(frozen=True)
class Standard:
    """One standard of a framework: a short title and a plain line, both in our own words."""

    key: str
    title: str
    line: str


@dataclass(frozen=True)
class Rating:
    """One of the words by which somebody says where they stand, from the first to the last."""

    key: str
    words: str


@dataclass(frozen=True)
class Framework:
    """A set of standards that was, is or will be in force. `ended_on` is its last day, if known.

    `looked_up` says against which public page which titles were checked, where some were.
    """

    key: str
    version: str
    name: str
    short_name: str
    source: str
    started_on: date
    ended_on: date | None
    is_checked: bool
    is_draft: bool
    also_called: tuple[str, ...]
    levels: tuple[str, ...]
    standards: tuple[Standard, ...]
    ratings: tuple[Rating, ...]
    looked_up: str = ""

    @property
    def title_of(self) -> Mapping[str, str]:
        """The title of each standard by its key."""
        return {each.key: each.title for each in self.standards}

    @property
    def words_of(self) -> Mapping[str, str]:
        """The words of each rating by its key."""
        return {each.key: each.words for each in self.ratings}

    @property
    def caution(self) -> str:
        """What to know about the titles, and where the official text is."""
        if self.is_checked:
            return f"Short titles in our own words; the official text is at {self.source}."
        draft = "Draft titles. " if self.is_draft else ""
        return (
            f"{draft}Short titles in our own words, to be checked against the official text at "
            f"{self.source}."
        )

    def is_in_force(self, day: date) -> bool:
        """Whether it is in force on this day (both ends count)."""
        return self.started_on <= day and (self.ended_on is None or day <= self.ended_on)

    def state(self, day: date) -> str:
        """Where it stands on a day: in force, from when, or until when."""
        if day < self.started_on:
            return f"From {days.short(self.started_on)}"
        if self.ended_on is None:
            return "In force"
        until = days.short(self.ended_on)
        return f"In force until {until}" if day <= self.ended_on else f"Was in force until {until}"


@dataclass(frozen=True)
class Move:
    """Where evidence goes from one framework to another: one standard to many, or to none."""

    from_key: str
    to_key: str
    carries: Mapping[str, tuple[str, ...]]
