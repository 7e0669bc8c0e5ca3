"""Every page, for whoever may open it: no fault, no heap of statements, no growth with the data."""

import gzip
from itertools import groupby
from operator import itemgetter
from typing import Any

import pytest

from tests.cast import Cast
from tests.house import crowd, examples
from tests.house.routes import Visit, names, visits

MOST_STATEMENTS = 12
HEAVIEST = 200 * 1024  # bytes as they are, before they are packed
FEW, MANY = 60, 600
READERS = 5  # so many open each page of a crowd


def counted(todo: list[tuple[str, str, Any]], statements: list[str]) -> dict[str, int]:
    """Statements of every GET page, by page and person; none of them is beyond all measure."""
    found: dict[str, int] = {}
    for page, address, mine in todo:
        statements.clear()
        answer = mine.send("get", address)
        assert answer.status_code in {200, 303}, f"{page}: {answer.status_code}"
        found[page] = len(statements)
        size = len(answer.get_data())
        assert answer.mimetype != "text/html" or size <= HEAVIEST, f"{page} has {size} bytes"
    return found


def walk(
    app: Any, cast: Cast, browser: Any, rows: Any, areas: Any = (), readers: Any = ()
) -> list[tuple[str, str, Any]]:
    """Every page and who opens it in words, its address, and their browser: one for each person.

    Perhaps only the pages of some areas, for some readers.
    """
    todo = [
        (f"{visit.name} for {name}", visit.address(app, rows), name)
        for visit, name, _ in openable(app, cast, rows)
        if (not areas or visit.route.endpoint.partition(".")[0] in areas)
        and (not readers or name in readers)
    ]
    browsers = {name: browser(as_=person) for name, person in names(cast).items()}
    return [(page, address, browsers[name]) for page, address, name in todo]


def shared_out(todo: list[tuple[str, str, Any]]) -> list[tuple[str, str, Any]]:
    """Of a page that many may open, some of them in turn, others for each page; of home everybody."""
    found = []
    for number, (address, group) in enumerate(groupby(todo, key=itemgetter(1))):
        readers = list(group)
        first = number % len(readers)
        some = len(readers) if address == "/" else READERS
        found += (readers[first:] + readers[:first])[:some]
    return found


def openable(app: Any, cast: Cast, rows: Any) -> list[tuple[Visit, str, Any]]:
    """Every page that is no file, with everybody of Riverside who may open it."""
    home = cast.hr.organisation_id
    return [
        (visit, name, person)
        for visit in visits(app)
        if visit.method == "GET" and visit.rule.policy is not None
        for name, person in names(cast).items()
        if person.organisation_id == home and visit.lets_in(rows, person)
    ]


@pytest.mark.once
@pytest.mark.timeout(900)  # thousands of pages, one after the other
def test_no_page_in_a_crowd_is_at_fault_or_heavy_or_sends_more_statements_for_ten_times_as_many(
    app, cast, everybody, browser, statements
):
    """One walk looks at the pages, the next counts: what a process keeps is there by then."""
    everybody()
    crowd.gather(cast, FEW)
    todo = shared_out(walk(app, cast, browser, everybody()))
    for page, address, mine in todo:
        mine.visit(address)
        assert mine.status == 200, f"{page}: {mine.status}"
        packed = len(gzip.compress(mine.response.get_data()))
        assert packed <= 12 * 1024, f"{page} weighs {packed} bytes"
    few = counted(todo, statements)
    crowd.gather_more(cast, MANY)
    many = counted(shared_out(walk(app, cast, browser, everybody())), statements)
    heavy = [f"{page}: {n}" for page, n in many.items() if n > MOST_STATEMENTS]
    grown = [f"{page}: {few[page]} at 60, {n} at 600" for page, n in many.items() if n > few[page]]
    assert not heavy + grown, "\n".join(heavy + grown)


@pytest.mark.once
def test_a_part_of_a_page_weighs_at_most_8_kib(app, cast, everybody, browser):
    everybody()
    crowd.gather(cast, FEW)
    for page, address, mine in shared_out(walk(app, cast, browser, everybody())):
        part = mine.send("get", address, headers={"HX-Request": "true"}).get_data()
        if not part.lstrip().lower().startswith(b"<!doctype"):
            packed = len(gzip.compress(part))
            assert packed <= 8 * 1024, f"{page} weighs {packed} bytes"


@pytest.mark.on_postgresql  # on the other engine they are opened in a crowd and in a real browser
@pytest.mark.parametrize("name", list(Cast.__annotations__))
def test_every_page_is_without_fault_for(name, app, cast, everybody, browser):
    rows = everybody()
    person = names(cast)[name]
    mine = browser(as_=person)
    todo = [v for v, who, _ in openable(app, cast, rows) if who == name]
    addresses = [visit.address(app, rows) for visit in todo]
    for address in addresses:
        mine.visit(address)
        assert mine.status == 200, f"{address}: {mine.status}"
        assert len(gzip.compress(mine.response.get_data())) <= 12 * 1024, f"{address} is heavy"


@pytest.fixture
def everybody(app: Any, cast: Cast):
    """The example rows, read afresh together with everybody's roles each time it is called."""
    made: dict[str, Any] = {}

    def read() -> dict[str, Any]:
        if not made:
            made.update(examples.rows_again(cast))
        rows = {name: examples.as_the_guard_does(row) for name, row in made.items()}
        examples.read_roles()
        return rows

    return read
