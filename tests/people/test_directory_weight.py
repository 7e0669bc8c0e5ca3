"""What a page of the directory costs, in bytes and in statements; a clock tells too little."""

from collections.abc import Callable

from portal.people.queries.typed import FIRST
from tests.browser import Browser
from tests.cast import Cast
from tests.house.crowd import gather

Open = Callable[..., Browser]
FIFTY = 50
A_ROW = 510  # bytes of a row whose names, job and unit are of common length
AROUND = 16_000  # what stands around the rows on a whole page
PARTIAL = 8 * 1024


def test_a_search_while_typing_answers_in_four_statements_and_eight_kilobytes(
    cast: Cast, browser: Open, statements: list[str]
) -> None:
    gather(cast, 60)
    page = browser(as_=cast.worker)
    for sought in ("q=crowd", "q=c+c", "q=crowd00", "q=zzz"):
        statements.clear()
        found = page.send("get", f"/people?{sought}", headers={"HX-Request": "true"}).get_data()
        assert found.count(b'scope="row"') == (0 if "z" in sought else FIRST)
        assert len(statements) <= 4
        assert len(found) <= PARTIAL, f"{len(found)} bytes"


def test_a_page_with_filters_is_no_heavier_than_one_without(cast: Cast, browser: Open) -> None:
    """The boxes, with the names of hundreds of units, are asked for by whoever opens them."""
    gather(cast, 60)
    page = browser(as_=cast.worker)
    found = page.send("get", "/people?job=Social+Worker").get_data()
    assert len(found) <= FIFTY * A_ROW + AROUND, f"{len(found)} bytes"


def test_the_whole_page_asks_eight_statements_however_many_units_there_are(
    cast: Cast, browser: Open, statements: list[str]
) -> None:
    gather(cast, 60)
    page = browser(as_=cast.worker)
    statements.clear()
    page.visit("/people")
    assert len(statements) <= 8
