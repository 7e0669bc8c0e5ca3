"""Waiting: what in a year waits for whom, one sentence each, whatever has waited longest first.

Pure. A `Found` is a row of what is open: a text to sign, a comment asked for, a change to agree to,
a part of an observation, feedback, a comment on somebody's writing. `listed` says of each whose
turn it is, as one reader calls them. Source of the order: the portal's own rule for lists of deeds.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any, Final, NamedTuple
from uuid import UUID

from portal.induction import progress, signing
from portal.web import days

AGREEMENT: Final = "agreement"
REVIEW: Final = "review"
COMMENT: Final = "review comment"
HAND_OVER: Final = "hand-over"
CHANGE: Final = "change"
MOVE: Final = "programme move"
PART: Final = "observation"
CONTEXT: Final = "context"
TO_READ: Final = "feedback to read"
LET_THROUGH: Final = "feedback"
WRITING: Final = "writing"
ITEM: Final = "item"

NQSW, ASSESSOR, MANAGER = signing.NQSW, signing.ASSESSOR, signing.MANAGER
COORDINATOR, OBSERVER = "coordinator", "observer"
FEW = 7
SOON = timedelta(days=7)
AHEAD = timedelta(days=14)
# What a piece of writing is called inside a sentence, where its kind is no word for it.
WRITINGS = {"plan": "development plan", "other": "piece of writing"}
OTHERS_ITEMS = (ASSESSOR, MANAGER)
# The page on which each kind is looked after, of the year or of what it is about.
PAGES: Mapping[str, str] = {
    AGREEMENT: "/inductions/{year}/agreement",
    HAND_OVER: "/hand-overs/{subject}",
    REVIEW: "/reviews/{subject}",
    CHANGE: "/inductions/changes/{subject}",
    MOVE: "/inductions/{year}/proposed-move",
    PART: "/observations/{subject}",
    CONTEXT: "/observations/{subject}",
    TO_READ: "/inductions/{year}/feedback",
    LET_THROUGH: "/inductions/{year}/feedback",
    WRITING: "/writing/{subject}",
    ITEM: "/inductions/{year}/calendar",
}
# What a sentence calls each kind; {} is what it is about, and a review is called by that alone.
SUBJECTS: Mapping[str, str] = {
    AGREEMENT: "The support and assessment agreement",
    HAND_OVER: "The hand-over to the next assessor",
    CHANGE: "A change of the year",
    MOVE: "The move to another programme",
    PART: "Direct observation {}",
    CONTEXT: "Direct observation {}",
}
SIGNED = "to be signed by"
BEGUN: Final = "begun"
# Once its day has come, the next assessor of a hand-over is the assessor of the year.
ONCE_BEGUN = {signing.NEXT_ASSESSOR: ASSESSOR, ASSESSOR: ""}
COMMENTED = "for a comment from"
# Whose turn it can be in each kind, and what it waits for.
ASKED: Mapping[str, tuple[tuple[str, ...], str]] = {
    AGREEMENT: (signing.OF_THE_YEAR, SIGNED),
    HAND_OVER: (signing.OF_A_HAND_OVER, SIGNED),
    CHANGE: ((NQSW, ASSESSOR, MANAGER, COORDINATOR), "to be agreed by"),
    MOVE: ((NQSW,), "for an answer from"),
    PART: ((NQSW, OBSERVER), "to be finished by"),
    CONTEXT: ((NQSW,), "for a word on its context from"),
    TO_READ: ((ASSESSOR,), ""),
    LET_THROUGH: ((NQSW,), ""),
    WRITING: ((NQSW,), ""),
}


class Found(NamedTuple):
    """Something open: its kind and year, since when, what it is about, and who has done theirs.

    `name` is of somebody who has a part in it: the observer, or who commented.
    """

    kind: str
    induction_id: UUID
    subject_id: UUID
    since: date
    about: str = ""
    done_by: str = ""
    name: str = ""


@dataclass(frozen=True)
class Reader:
    """Who reads: the parts they have in the year, and how they call the others ("your manager").

    `there` are the parts that somebody has; nothing waits on an assessor who is not chosen yet.
    """

    parts: Collection[str]
    called: Mapping[str, str]
    there: Collection[str]


class Wait(NamedTuple):
    """One thing that waits: in a sentence, since when, and whether it is the reader's turn."""

    kind: str
    induction_id: UUID
    subject_id: UUID
    since: date
    sentence: str
    is_mine: bool

    @property
    def href(self) -> str:
        """The page on which it is looked after."""
        return PAGES[self.kind].format(year=self.induction_id, subject=self.subject_id)

    def when(self, today: date) -> str:
        """Since when it waits, or by when it is asked for."""
        words = "By" if self.since > today else "Since"
        return f"{words} {days.in_words(self.since)}"


def listed(found: Iterable[Found], reader: Reader) -> list[Wait]:
    """What waits for anybody, longest first. Rows of one subject belong together."""
    ordered = sorted(found, key=lambda row: (*_subject_of(row), row.kind))
    waits = []
    for _, rows in groupby(ordered, key=_subject_of):
        waits += _of_one(list(rows), reader)
    return sorted(waits, key=lambda wait: (wait.since, wait.sentence))


def asked_of(found: Iterable[tuple[Found, str, list[str]]]) -> list[tuple[str, Wait]]:
    """What waits for one person in several years, longest first, each with whose year it is.

    `found` are rows, each with the name of whose year it is and the parts of the person in it.
    """
    asked = []
    by_year = sorted(found, key=lambda each: each[0].induction_id.int)
    for _, group in groupby(by_year, key=lambda each: each[0].induction_id):
        rows = list(group)
        _, whose, parts = rows[0]
        reader = Reader([*parts, OBSERVER], {}, parts)
        asked += [(whose, wait) for wait in listed((row for row, *_ in rows), reader)]
    return sorted(asked, key=lambda each: (each[1].since, each[0], each[1].sentence))


def items_of_others(
    items: Collection[Any], reader: Reader, today: date, shown: Collection[Any] = ()
) -> list[Wait]:
    """What the programme asks of the assessor or the manager alone, due within a week or before."""
    due = [
        item
        for item in progress.whats_next(items)
        if item.owner in OTHERS_ITEMS and item.on_day <= today + SOON and item not in shown
    ]
    return [
        Wait(
            ITEM,
            item.induction_id,
            item.id,
            item.on_day,
            f"{item.title} waits for {_whom(item.owner, reader)}.",
            item.owner in reader.parts,
        )
        for item in due
    ]


def _subject_of(row: Found) -> tuple[int, str]:
    """What a row is about; of comments on writing, whose."""
    return row.subject_id.int, row.name if row.kind == WRITING else ""


def _of_one(rows: Sequence[Found], reader: Reader) -> list[Wait]:
    """What one subject waits for; a review asks each first for a comment, then for a signature."""
    first = rows[0]
    asked = _asked_in_review(rows) if first.kind in (REVIEW, COMMENT) else _asked(rows, reader)
    there = (*reader.there, OBSERVER)
    asked = {part: what for part, what in asked.items() if part in there}
    if not asked:
        return []
    sentence = _sentence(first, asked, reader)
    is_mine = any(part in reader.parts for part in asked)
    kind = REVIEW if first.kind == COMMENT else first.kind
    return [Wait(kind, first.induction_id, first.subject_id, first.since, sentence, is_mine)]


def _asked(rows: Sequence[Found], reader: Reader) -> dict[str, str]:
    """Whose turn it is. Where there is no assessor, the coordinator reads feedback first."""
    parts, what = ASKED[rows[0].kind]
    if rows[0].kind == TO_READ and ASSESSOR not in reader.there:
        parts = (COORDINATOR,)
    done = {row.done_by for row in rows}
    if rows[0].kind == HAND_OVER and rows[0].about == BEGUN:
        parts, done = (NQSW, ASSESSOR), {ONCE_BEGUN.get(part, part) for part in done}
    return {part: what for part in parts if part not in done}


def _asked_in_review(rows: Sequence[Found]) -> dict[str, str]:
    signed = {row.done_by for row in rows if row.kind == REVIEW}
    said = {row.done_by for row in rows if row.kind == COMMENT}
    open_for = [part for part in signing.OF_THE_YEAR if part not in signed]
    return {part: SIGNED if part in said else COMMENTED for part in open_for}


def _sentence(row: Found, asked: Mapping[str, str], reader: Reader) -> str:
    if row.kind == WRITING:
        written = WRITINGS.get(row.about, row.about.replace("_", "-"))
        return f"{row.name} commented on your {written}."
    if row.kind == LET_THROUGH:
        return f"Feedback from a {row.about} is there for {_whom(NQSW, reader)} to read."
    if row.kind == TO_READ:
        return (
            f"Feedback came in. It waits for {_whom(next(iter(asked)), reader)} to read it first."
        )
    by_deed: dict[str, list[str]] = {}
    for part, deed in asked.items():
        is_named = part == OBSERVER and part not in reader.parts
        by_deed.setdefault(deed, []).append(row.name if is_named else _whom(part, reader))
    said = [f"{deed} {_in_a_row(whom)}" for deed, whom in by_deed.items()]
    return f"{_subject(row)} waits {', and '.join(said)}."


def _subject(row: Found) -> str:
    return SUBJECTS.get(row.kind, "{}").format(row.about)


def _whom(part: str, reader: Reader) -> str:
    return "you" if part in reader.parts else reader.called[part]


def _in_a_row(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]
