"""What enrolling gives, in words, before anybody is enrolled."""

import pytest

from portal.induction import explaining, programmes
from tests.factories.induction import an_induction

PAGE = "/inductions/programmes"


@pytest.fixture
def programme():
    return programmes.pinned("asye-child-and-family", "2026")


def test_the_stages_say_what_they_hold(programme):
    first, *_ = explaining.parts(programme)
    assert (first.title, first.months) == ("First three months", "Months 0 to 3")
    assert first.holds == (
        "One agreement, one self-assessment, one development plan, one direct observation, "
        "one feedback from a professional, one feedback from a family, one assessed document and one review."
    )
    assert first.items[0][1:] == ("by the end of week 2", "the assessor")


def test_what_is_optional_is_listed_and_not_counted(programme):
    last = explaining.parts(programme)[-1]
    assert ("9 month review", "where it is needed", "the assessor") in last.items
    assert "one review" in last.holds
    assert last.items[-1][1] == "20 working days after the end"


def test_every_item_of_a_programme_stands_in_one_stage(programme):
    assert sum(len(part.items) for part in explaining.parts(programme)) == len(programme.items)


def test_the_page_says_what_it_gives_and_whether_somebody_is_on_it(browser, cast):
    visitor = browser(as_=cast.coordinator).visit("/inductions/new").follow("What enrolling gives")
    assert visitor.url == PAGE
    assert "3 programmes are offered here." in visitor.text
    assert visitor.text.count("Nobody here is on it yet.") == 6
    visitor.follow("Assessed and supported year in employment: child and family")
    assert "Three to six months" in visitor.text
    assert "Every week up to week 6, then every fortnight up to month 6" in visitor.text
    an_induction(cast.nqsw, by=cast.coordinator)
    assert visitor.visit(PAGE).text.count("People here are or were on it.") == 1


def test_another_organisation_s_year_is_not_ours(browser, cast):
    an_induction(cast.nqsw, by=cast.coordinator)
    text = browser(as_=cast.harbour_hr).visit(PAGE).text
    assert "People here are or were on it." not in text


@pytest.mark.parametrize("who", ["nqsw", "coach", "worker"])
def test_nobody_else_reads_it(browser, cast, who):
    assert browser(as_=getattr(cast, who)).visit(PAGE).status == 403
