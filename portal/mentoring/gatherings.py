"""Forms of a group session: what each is called, who is ticked at first, and what it counts for.

Pure. A form is one of six words that a session of kind group carries. `ticks` says who is ticked
when the log is opened: everybody of the team who is not away, every coach and mentor, or nobody.
Only forms that are a day of learning with others count as the group days that a programme
promises; a conversation in the corridor is in the record of each and keeps no such promise.
Source: the social worker coach of a balanced team, Tower Hamlets (2010); this portal's plan for a
coach of a whole team (2026).
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final
from uuid import UUID

TEAM: Final = "team session"
CORRIDOR: Final = "corridor conversation"
GROUP_SESSION: Final = "group session"
CIRCLE: Final = "peer circle"
TOGETHER: Final = "group supervision"
COACHES: Final = "circle of coaches"

EVERYBODY, COLLEAGUES, NOBODY = "everybody", "coaches", "nobody"


@dataclass(frozen=True)
class Form:
    """One form of group session."""

    label: str
    ticks: str
    is_group_day: bool = False
    usual_minutes: int | None = None


FORMS: dict[str, Form] = {
    TEAM: Form("Team session", EVERYBODY),
    CORRIDOR: Form("Corridor conversation", NOBODY, usual_minutes=15),
    GROUP_SESSION: Form("Group session", NOBODY, is_group_day=True),
    CIRCLE: Form("Peer circle", NOBODY, is_group_day=True),
    TOGETHER: Form("Group supervision", NOBODY),
    COACHES: Form("Circle of coaches", COLLEAGUES),
}
OF_A_TEAM = (TEAM, CORRIDOR)
"""What is logged for a team by its coach."""
OF_NO_TEAM = (GROUP_SESSION, CIRCLE, TOGETHER, COACHES)
GROUP_DAYS = tuple(key for key, form in FORMS.items() if form.is_group_day)


def in_words(form: str) -> str:
    """What a form is called; one that is not known is a group session."""
    return FORMS.get(form, FORMS[GROUP_SESSION]).label


def ticked(form: str, people: Collection[UUID], away: Collection[UUID]) -> list[UUID]:
    """Who is ticked when the log of this form is opened: those asked for who are not away."""
    if FORMS[form].ticks == NOBODY:
        return []
    return [each for each in people if each not in away]
