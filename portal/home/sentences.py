"""The first sentence of a home page: where I stand, and what is next, in words.

Pure: an agenda in, a sentence out. Nothing to do is said as the good news that it is.
"""

from datetime import date

from portal.home.needs import Agenda
from portal.web import days
from portal.web.numbers import in_words


def things(number: int) -> str:
    """So many things, at the start of a sentence."""
    return f"{in_words(number)} thing{'' if number == 1 else 's'}".capitalize()


def lead(agenda: Agenda, today: date, standing: str = "", late: int = 0) -> str:
    """Where I stand, then what needs me, or that nothing does and what is next.

    `late` is with how many people something was due: it may wait for others than me.
    """
    return f"{standing} {_now(agenda, today, late)}".strip()


def nothing(late: int) -> str:
    """That nothing needs me today, and what does not wait for me although it was due."""
    if not late:
        return "Nothing needs you today"
    with_whom = f"{in_words(late)} {'person' if late == 1 else 'people'}"
    return f"Nothing needs you today; what was due with {with_whom} waits for somebody else"


def _now(agenda: Agenda, today: date, late: int) -> str:
    if agenda.waiting:
        verb = "needs" if agenda.waiting == 1 else "need"
        since = _since(agenda, today)
        return f"{things(agenda.waiting)} {verb} you now{since}.{_next(agenda)}"
    return f"{nothing(late)}.{_next(agenda)}"


def _next(agenda: Agenda) -> str:
    if not agenda.coming:
        return ""
    following = agenda.coming[0]
    return f" Next is {days.in_words(following.due_on)}: {following.what}."


def _since(agenda: Agenda, today: date) -> str:
    oldest = agenda.now[0].due_on
    if oldest == today:
        return ""
    return f", {'' if agenda.waiting == 1 else 'the oldest '}since {days.in_words(oldest)}"
