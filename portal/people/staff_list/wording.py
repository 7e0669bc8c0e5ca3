"""Wording: what a plan says to the person who looks at it."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from portal.people.staff_list.facts import PERSON_LABELS, POST_LABELS, Change, PostFacts, UnitPath
from portal.people.staff_list.held import Held
from portal.people.staff_list.rows import StaffRow
from portal.web import days
from portal.web.numbers import counted

LABELS = {**PERSON_LABELS, **POST_LABELS}


class Wording:
    """Says values as people do; knows everybody's name."""

    def __init__(self, rows: Iterable[StaffRow], held: Held) -> None:
        self.names = {key: person.facts.name for key, person in held.people.items()}
        for row in rows:
            if row.key and row.person:
                self.names.setdefault(row.key, row.person.name)

    def changes(self, held: object, values: dict[str, Any]) -> list[Change]:
        """Each new value beside the one it replaces."""
        return [
            Change(LABELS[name], self.value(name, getattr(held, name)), self.value(name, value))
            for name, value in values.items()
        ]

    def value(self, name: str, value: Any) -> str:
        """One value in words."""
        if value in (None, "", ()):
            return "unknown"
        if name == "manager":
            return self.names.get(value, str(value))
        if name == "unit":
            return unit_name(value)
        if isinstance(value, date):
            return days.short(value)
        return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def unit_name(path: UnitPath) -> str:
    """The name of the lowest unit of a place."""
    return path[-1][1] if path else ""


def post_name(post: PostFacts) -> str:
    """A post in a few words: "Social Worker in Family Support Pod D"."""
    return f"{post.job_title} in {unit_name(post.unit)}"


WRITTEN = (
    "people_added", "people_changed", "people_left", "people_returned",
    "posts_added", "posts_changed", "posts_ended", "units_added",
)  # fmt: skip


def summary(counts: dict[str, int], *, applied: bool = False) -> str:
    """The first sentence of a preview, or of the result once the list has been brought in."""
    if not any(counts.get(name) for name in WRITTEN):
        first = "The portal already knew" if applied else "The portal already knows"
        return f"{first} everything in this list. {_aside(counts, applied)}".strip()
    added = counts["people_added"]
    verb = ("was" if added == 1 else "were") if applied else "will be"
    posts = f"with {counted(counts['posts_added'], 'post', 'posts')}"
    vacant = f" ({counts['vacant']} vacant)" if counts["vacant"] else ""
    parts = [f"{counted(added, 'person', 'people')} {verb} added {posts}{vacant}"]
    parts += [f"{counts['people_changed']:,} changed", *_coming_and_going(counts, applied)]
    return f"{', '.join(parts)}. {_aside(counts, applied)}".strip()


def _coming_and_going(counts: dict[str, int], applied: bool) -> list[str]:
    """Who leaves, who comes back, and the posts that end, where there are any."""
    left, back, ended = (
        counts.get(name, 0) for name in ("people_left", "people_returned", "posts_ended")
    )
    ends = "ended" if applied else "will end"
    found = [(left, f"{left:,} {'left' if applied else 'will leave'}")]
    found += [(back, f"{back:,} {'came' if applied else 'will come'} back")]
    found += [(ended, f"{counted(ended, 'post', 'posts')} {ends}")]
    return [said for number, said in found if number]


def _aside(counts: dict[str, int], applied: bool) -> str:
    """The sentence about the rows that were not used."""
    refused, passed = counts["rows_refused"], counts["rows_passed_over"]
    parts = []
    if refused:
        verb = ("was" if refused == 1 else "were") if applied else "is" if refused == 1 else "are"
        parts.append(f"{counted(refused, 'row', 'rows')} {verb} refused")
    if passed:
        parts.append(f"{counted(passed, 'row', 'rows')} passed over (blank, repeated or a total)")
    return f"{' and '.join(parts)}." if parts else ""
