"""Keeping: what the portal knows of a person and no list overwrites (`portal.people.ownership`).

A list fills what the portal does not know. What the portal owns stays, and so does a day of
qualifying that the worker has confirmed, an address that people sign in with, and every letter
that the file has lost. Each row says what was kept, and what the file has instead.
"""

from typing import Any

from portal.people.ownership import ALWAYS_THE_PORTALS, OWNABLE
from portal.people.staff_list.facts import (
    PERSON_LABELS,
    PersonFacts,
    said_otherwise,
    said_with_lost_letters,
)
from portal.people.staff_list.held import HeldPerson
from portal.people.staff_list.terms import Terms
from portal.people.staff_list.wording import Wording

LOST = "a letter was lost there"


def corrected(
    held: HeldPerson, said: PersonFacts, terms: Terms, wording: Wording
) -> tuple[dict[str, Any], list[str]]:
    """What the list says otherwise and may, with its new values, and notes on what stays."""
    values = said_otherwise(held.facts, said, PERSON_LABELS)
    kept = {name: "" for name in values if _stays(name, held, terms)}
    kept |= dict.fromkeys(said_with_lost_letters(held.facts, said, PERSON_LABELS), LOST)
    notes = [
        f"{PERSON_LABELS[name]}: the file has {wording.value(name, getattr(said, name))}"
        f"{f' ({why})' if why else ''}; the portal keeps"
        f" {wording.value(name, getattr(held.facts, name))}{_until(name, held)}."
        for name, why in kept.items()
        if name != "staff_number"
    ]
    return {name: value for name, value in values.items() if name not in kept}, notes


def is_kept(name: str, terms: Terms) -> bool:
    """Whether no list overwrites this field, once the portal knows it."""
    is_owned = name in terms.portal_owns and name in OWNABLE
    return is_owned or name in ALWAYS_THE_PORTALS or name == "staff_number"


def _stays(name: str, held: HeldPerson, terms: Terms) -> bool:
    if getattr(held.facts, name) is None:
        return False
    return is_kept(name, terms) or (name == "qualified_on" and held.has_confirmed_qualifying)


def _until(name: str, held: HeldPerson) -> str:
    is_confirmed = name == "qualified_on" and held.has_confirmed_qualifying
    return ", which they have confirmed" if is_confirmed else ""
