"""What a coach and their manager are reminded of about relief from casework."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from portal.home.needs import Need
from portal.mentoring import relieved
from portal.mentoring.models import NOT_GIVEN, CoachRelief, ReliefMonth
from portal.mentoring.team_notices import in_month
from portal.people.models import Person
from portal.web import days

Reliefs = Iterable[tuple[CoachRelief, ReliefMonth | None]]
"""Relief from casework, each with what became of the month that is over."""
REMINDED = timedelta(days=14)
"""So long a month that was not given stays on the home page of the two."""


def needs(person: Person, reliefs: Reliefs, today: date) -> Iterator[Need]:
    """Relief to agree to, a month that nobody has told of, and one that was not given."""
    last = relieved.month_of(relieved.month_of(today) - timedelta(days=1))
    for relief, month in reliefs:
        need = _need(person, relief, month, last, today)
        if need:
            yield need


def _need(
    person: Person, relief: CoachRelief, month: ReliefMonth | None, last: date, today: date
) -> Need | None:
    """The one deed about a relief, due today: nobody set a day for it."""
    page = f"/relief/{relief.id}"
    mine = relief.coach_id == person.id
    whose = "you" if mine else relief.coach.name
    if not relief.is_agreed:
        why = f"{relief.words.capitalize()}, from {days.in_words(relief.started_on)}"
        return None if mine else Need(f"Agree to relief for {whose}", why, today, page)
    if month is None and relief.started_on < relieved.next_month(last):
        what = f"Say whether {whose} had relief from casework"
        return Need(what, f"{in_month(last)} is over. Either of the two can say it", today,
                    f"{page}/months")  # fmt: skip
    if month and month.became == NOT_GIVEN and today < month.said_at.date() + REMINDED:
        why = f"It was not given in {in_month(last)}"
        return Need(f"See that {whose} can have relief from casework", why, today, page)
    return None
