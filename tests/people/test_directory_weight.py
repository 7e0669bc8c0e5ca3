"""What a page of the directory costs, in bytes and in statements; a clock tells too little."""

from collections.abc import Callable

from tests.browser import Browser
from tests.cast import Cast
from tests.house.crowd import gather

Open = Callable[..., Browser]
FIFTY = 50
A_ROW = 510  # bytes of a row whose names, job and unit are of common length
AROUND = 1_500  # what stands above and below the rows in the part that a search answers with


def test_fifty_people_found_by_name_are_few_bytes_and_five_statements(
    cast: Cast, browser: Open, statements: list[str]
) -> None:
    gather(cast, 60)
    page = browser(as_=cast.worker)
    statements.clear()
    found = page.send("get", "/people?q=crowd", headers={"HX-Request": "true"}).get_data()
    assert found.count(b'scope="row"') == FIFTY
    assert len(statements) <= 5
    assert len(found) <= FIFTY * A_ROW + AROUND, f"{len(found)} bytes"


def test_the_whole_page_asks_eight_statements_however_many_units_there_are(
    cast: Cast, browser: Open, statements: list[str]
) -> None:
    gather(cast, 60)
    page = browser(as_=cast.worker)
    statements.clear()
    page.visit("/people")
    assert len(statements) <= 8
