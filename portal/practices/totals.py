"""Totals of a quarter as a practice types them: what does not add up, in sentences. Pure.

Shapes: counts by key (see `terms.toml`), None for what is not known yet; faults are pairs of the
count to blame and what is wrong. Units: children and young people, never which. Source: the
measures of stability of the evaluation of social work practices (DFE-RR233).
"""

from collections.abc import Mapping

from portal.practices.terms import COUNTS, titles

GREATEST = 9_999
KEYS = tuple(each.key for each in COUNTS)
TITLES = titles(COUNTS)
LEADS = ("one_lead", "two_leads", "more_leads")
PLACEMENTS = ("lasting", "moved_once", "moved_more")
Counts = Mapping[str, int | None]


def impossible(counts: Counts) -> list[tuple[str, str]]:
    """Counts that no practice can have; not even a draft keeps them."""
    return [
        (key, f"Write a whole number from 0 to {GREATEST:,}")
        for key in KEYS
        if (number := counts.get(key)) is not None and not 0 <= number <= GREATEST
    ]


def faults(counts: Counts) -> list[tuple[str, str]]:
    """What keeps these totals from being sent: what is missing, and what does not add up."""
    wrong = impossible(counts)
    wrong += [
        (key, "Write the number, 0 if there are none") for key in KEYS if _of(counts, key) is None
    ]
    known = {key: number for key in KEYS if (number := _of(counts, key)) is not None}
    if len(known) == len(KEYS) and not wrong:
        wrong += _not_adding_up(known)
    return wrong


def _not_adding_up(counts: Mapping[str, int]) -> list[tuple[str, str]]:
    children, leads = counts["children"], sum(counts[key] for key in LEADS)
    found = []
    if leads != children:
        said = (
            f"Those with 1, 2, and 3 and more come to {leads:,}, and there are {children:,} in all"
        )
        found.append(("one_lead", said))
    if counts["same_12"] > children:
        found.append(
            ("same_12", f"There are {children:,} children in all. Write no more than that")
        )
    if counts["same_24"] > counts["same_12"]:
        said = (
            "Whoever has the same one for 24 months has had them for 12. Write no more than above"
        )
        found.append(("same_24", said))
    if counts["leaving_care"] > children:
        said = f"There are {children:,} children in all. Write no more than that"
        found.append(("leaving_care", said))
    placed = sum(counts[key] for key in PLACEMENTS)
    if placed > children:
        said = f"The three come to {placed:,}, and there are {children:,} children in all"
        found.append(("lasting", said))
    return found


def _of(counts: Counts, key: str) -> int | None:
    return counts.get(key)
