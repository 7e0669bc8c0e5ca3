"""Who may coach a whole team: established in practice, not the team's manager, once at a time.

Pure. Shapes: days are `datetime.date`; the day of qualifying is None where nobody has told the
portal, and unknown stays unknown: it is neither enough nor too little. Units: years. Raises
ValueError on start-up where `established.toml` names no years. Source: that file; a coach is apart
from line management (the portal's domain notes, section 7).
"""

import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Final

from portal.mentoring.eligibility import Somebody, first_day_objection
from portal.mentoring.when import Span
from portal.period import overlaps
from portal.web import days

ENOUGH: Final = "enough"
NOT_YET: Final = "not yet"
UNKNOWN: Final = "unknown"
LONGEST = 40


def read(written: str) -> int:
    """The years of practice asked for."""
    years = tomllib.loads(written).get("years")
    if not isinstance(years, int) or not 0 <= years <= LONGEST:
        raise ValueError(f"established.toml: years must be a whole number from 0 to {LONGEST}")
    return years


YEARS = read((Path(__file__).parent / "established.toml").read_text("utf-8"))
IN_WORDS = {
    ENOUGH: f"qualified {YEARS} years or more",
    NOT_YET: f"qualified less than {YEARS} years",
    UNKNOWN: "years since qualifying not known",
}


def experience(qualified_on: date | None, day: date, years: int = YEARS) -> str:
    """Whether somebody has been qualified for long enough on a day, or whether nobody knows."""
    if qualified_on is None:
        return UNKNOWN
    return ENOUGH if years_between(qualified_on, day) >= years else NOT_YET


def years_between(first: date, day: date) -> int:
    """Whole years from one day to another."""
    return day.year - first.year - ((day.month, day.day) < (first.month, first.day))


def objection(
    coach: Somebody,
    team: str,
    *,
    has: str,
    is_known_here: bool,
    manages_it: bool,
    span: Span,
    today: date,
    already: Iterable[Span],
) -> str | None:
    """Why this person cannot coach this team over this span, in a sentence, or None.

    `has` is what `experience` says; `is_known_here` that somebody has asked where it is unknown.
    """
    if manages_it:
        return f"{coach.name} manages people in {team}: choose somebody else"
    if has == NOT_YET:
        return f"{coach.name} is {IN_WORDS[NOT_YET]} on the first day: choose somebody else"
    if has == UNKNOWN and not is_known_here:
        return f"The day on which {coach.name} qualified is not known. Ask, and tick the box below"
    for earlier in already:
        if overlaps(earlier, span):
            return f"{coach.name} coaches {team} already, since {days.short(earlier.started_on)}"
    return first_day_objection(span.started_on, today)
