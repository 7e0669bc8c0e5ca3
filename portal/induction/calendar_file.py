"""A calendar as a file: the days of a year in the form that calendar programs take in.

Pure. The form is iCalendar (RFC 5545): lines end in CRLF and are folded at 75 octets; a comma, a
semicolon, a backslash and the end of a line are written so that they part and end nothing. Every
day is a whole one, in nobody's way: it stays free. A name in it is that of the programme's item;
no person and no family is named. The id of a day is that of its item, so that a file that is taken
in again moves what is there instead of doubling it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from portal.web.content_lines import folded

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Event:
    """One day of a year: which, what, and whether the day is agreed or that by which it is due."""

    id: UUID
    day: date
    title: str
    is_agreed: bool = False


def written(name: str, events: Iterable[Event], *, address: str, moment: datetime) -> str:
    """The file: `name` is what a program calls the calendar, `address` where it is kept."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Tandem//Induction year//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{text(name)}",
    ]
    stamp = moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    for event in events:
        lines += _lines(event, address, stamp)
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _lines(event: Event, address: str, stamp: str) -> list[str]:
    title = event.title if event.is_agreed else f"Due: {event.title}"
    return [
        "BEGIN:VEVENT",
        f"UID:{event.id}@tandem",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.day + ONE_DAY:%Y%m%d}",
        f"SUMMARY:{text(title)}",
        f"URL:{address}",
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
        "END:VEVENT",
    ]


def text(value: str) -> str:
    """A value that is text and nothing else, on one line."""
    lines = "\\n".join(re.sub(r"([\\,;])", r"\\\1", line) for line in value.splitlines())
    return re.sub(r"[\x00-\x1f\x7f\ud800-\udfff]+", " ", lines)
