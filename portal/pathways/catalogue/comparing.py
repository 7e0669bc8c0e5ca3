"""What changes from one catalogue to another, in sentences, before it is published. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from portal.pathways.catalogue.entries import Catalogue, Place
from portal.web.numbers import counted

SAID = (
    ("title", "its name"),
    ("family_key", "its family"),
    ("band_key", "its band"),
    ("says", "what it is"),
    ("asks", "what it asks"),
    ("reached", "how people come there"),
    ("grades", "its grade"),
    ("typical_months", "the usual time in it"),
    ("up", "where it leads up to"),
    ("across", "where it leads across to"),
    ("aliases", "the job titles that belong to it"),
    ("last_reviewed", "the day on which it was reviewed"),
)


def changes(before: Catalogue, after: Catalogue) -> list[str]:
    """Each change as a sentence; none where the two say the same."""
    old, new = before.by_key, after.by_key
    return [
        *(f"{new[key].title} is added." for key in new if key not in old),
        *(f"{old[key].title} is taken out." for key in old if key not in new),
        *(
            f"{new[key].title}: {', '.join(said)}."
            for key in new
            if key in old and (said := list(_of_a_place(old[key], new[key])))
        ),
        *_of_the_rest(before, after),
    ]


def _of_a_place(old: Place, new: Place) -> Iterator[str]:
    for name, words in SAID:
        if getattr(old, name) != getattr(new, name):
            yield f"{words} {'change' if words.startswith('the job') else 'changes'}"
    before = {each.key: each for each in old.requirements}
    after = {each.key: each for each in new.requirements}
    for number, words in (
        (len(after.keys() - before.keys()), "added"),
        (len(before.keys() - after.keys()), "taken out"),
        (sum(before[key] != after[key] for key in before.keys() & after.keys()), "changed"),
    ):
        if number:
            yield f"{counted(number, 'requirement', 'requirements')} {words}"


def _of_the_rest(before: Catalogue, after: Catalogue) -> Iterator[str]:
    if set(before.salaries) != set(after.salaries):
        added = len(set(after.salaries) - set(before.salaries))
        gone = len(set(before.salaries) - set(after.salaries))
        yield f"Salary points: {added} new, {gone} taken out."
    if (before.families, before.bands) != (after.families, after.bands):
        yield "The families or bands of the lattice change."
    if before.outside != after.outside:
        yield "The job titles outside the lattice change."
