"""What views of every area share: a list taken away as a file, which is written down."""

from collections.abc import Iterator, Sequence
from typing import Any

from flask import Response, g

from portal.audit.operations import record_view
from portal.web.downloads import MOST_ROWS, Rows, download, kind_wanted


class _Counting:
    """Rows on their way out, and how many there were."""

    def __init__(self, rows: Rows) -> None:
        self.rows, self.number = rows, 0

    def __iter__(self) -> Iterator[Sequence[object]]:
        for row in self.rows:
            self.number += 1
            yield row


def take_away(
    what: str, name: str, headings: Sequence[str], rows: Rows, *, of: Any = None, **facts: Any
) -> Response:
    """Answer with a list as a file of the kind asked for, and write down who took it (T57).

    `what` is the list by area: "people.directory" is written down as "people.directory_exported".
    `of` is the row that the list belongs to, where it is not a list of the whole organisation.
    """
    counting = _Counting(rows)
    kind = kind_wanted()
    answer = download(name, headings, counting, kind)
    number = min(counting.number, MOST_ROWS)
    subject = of or g.person.organisation
    record_view(g.person, f"{what}_exported", subject, rows=number, kind=kind, **facts)
    return answer
