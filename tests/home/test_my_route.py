"""The home page of somebody on a route says where they stand, what is next and when they study."""

from collections.abc import Callable

from tests.browser import Browser
from tests.cast import Cast
from tests.factories.routes import a_route

Open = Callable[..., Browser]


def test_home_says_what_is_next_on_my_route_and_when_i_study(cast: Cast, browser: Open) -> None:
    a_route(cast.assistant, cast.hr)
    page = browser(as_=cast.assistant).visit("/")
    assert "Study day" in page.text
    assert "steps taken." in page.text
    assert page.follow("See my route").heading == "My route"


def test_who_is_on_no_route_reads_nothing_of_one(cast: Cast, browser: Open) -> None:
    assert "steps taken." not in browser(as_=cast.assistant).visit("/").text
