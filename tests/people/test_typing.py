"""Search while somebody types: the first few at once, whom the whole page finds as well."""

from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import Any

import pytest

from portal.database import db
from portal.people import queries
from portal.people.folding import found_by
from portal.people.models import PersonWord
from portal.people.queries.typed import COUNTED, FIRST
from portal.people.sought import Sought
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.people import a_person
from tests.people.test_directory import names_on

Open = Callable[..., Browser]
HX = {"HX-Request": "true"}
TYPED = import_module("portal.people.queries.typed")


def names_while_typing(cast: Cast, query: str) -> list[str]:
    shown = queries.shown(cast.hr.organisation_id, Sought(query=query), while_typing=True)
    return [line.name for line in shown.page.rows]


def test_the_first_few_are_shown_with_how_many_there_are_and_the_way_on(
    cast: Cast, browser: Open
) -> None:
    for number in range(COUNTED + 1):
        a_person(cast.worker, given="Wren", family=f"Silva{number:03}")
    page = browser(as_=cast.worker).visit("/people?q=wren", **HX)
    assert len(names_on(page)) == FIRST
    assert f"{COUNTED}+ people found for wren. These are the first {FIRST}." in page.text
    assert names_on(page.follow("Next page"))[0] == f"Wren Silva{FIRST:03}"
    whole = browser(as_=cast.worker).visit("/people?q=wren")
    assert "101 people found for wren." in whole.text
    assert "the first" not in whole.text


def test_whoever_is_all_there_is_is_not_called_the_first(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.worker).visit("/people?q=khan", **HX)
    assert "1 person found for khan." in page.text
    assert "the first" not in page.text


@pytest.mark.parametrize("many", [1, 3, 10_000])
@pytest.mark.parametrize("query", ["w", "wr si", "si wr", "wr w s", "silva w", "wren q"])
def test_the_same_people_are_found_while_typing_and_on_the_whole_page(
    query: str, many: int, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where they are so many that the list is walked."""
    monkeypatch.setattr(TYPED, "MANY", many)
    for number in range(20):
        a_person(cast.hr, given="Wren", family=f"Silva{number:02}", known_as="Willow")
    a_person(cast.hr, given="Wren", family="Gone", left_on=date(2020, 1, 1))
    everybody = queries.matching(cast.hr.organisation_id, Sought(query=query))
    names = [line.name for line in queries.found(everybody).rows]
    assert names_while_typing(cast, query) == names[:FIRST]


def test_who_has_left_hides_nobody_behind_them(cast: Cast) -> None:
    for number in range(60):
        a_person(cast.hr, given="Wren", family=f"Ash{number:02}", left_on=date(2020, 1, 1))
    a_person(cast.hr, given="Wren", family="Birch")
    assert names_while_typing(cast, "wren") == ["Wren Birch"]


def test_somebody_of_another_organisation_is_not_found(cast: Cast) -> None:
    assert names_while_typing(cast, "noor") == []


def test_after_a_new_name_search_and_order_go_by_it(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.hr).visit(f"/people/{cast.worker.id}/edit")
    page.submit("Save", family_name="Aardvark")
    assert names_while_typing(cast, "aard lei") == ["Leila Aardvark"]
    rows: list[Any] = db.session.query(PersonWord).filter_by(person_id=cast.worker.id).all()
    assert {(row.sort_key, row.names) for row in rows} == {("aardvark leila", " aardvark leila")}


def test_every_word_carries_all_of_them_and_the_place_in_lists() -> None:
    assert found_by("Zoë", "", "van den Berg") == [
        {"word": word, "sort_key": "van den berg zoe", "names": " berg den van zoe"}
        for word in ("berg", "den", "van", "zoe")
    ]


def test_very_many_names_stay_within_what_an_index_holds() -> None:
    found = found_by(" ".join(f"{n}x{'y' * 50}" for n in range(40)), "", "Z")
    assert max(len(row["names"]) for row in found) == 500
