"""How somebody likes to read: font, spacing and background, for them alone."""

import re

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from tests.factories.identity import account_of
from tests.house.test_assets import STATIC, contrast

CHOICE = {"font": "hyperlegible", "spacing": "wide", "background": "dark"}
PAGE = "/account/reading"


def html_classes(visitor):
    return re.search(r'<html lang="en" class="([^"]*)"', visitor.html)[1].split()


def test_the_portal_looks_as_it_comes_until_somebody_chooses(browser, cast):
    visitor = browser(as_=cast.coach).visit("/")
    assert html_classes(visitor) == ["govuk-template"]
    assert "reading.css" not in visitor.html
    assert "hyperlegible" not in visitor.html


def test_a_choice_is_on_the_next_page_and_on_every_other(browser, cast):
    visitor = browser(as_=cast.coach).visit("/account").follow("How you like to read")
    visitor.submit("Save", **CHOICE)
    assert "Every page looks like this for you now." in visitor.text
    for path in (PAGE, "/", "/people"):
        assert html_classes(visitor.visit(path))[1:] == [
            "reading--hyperlegible", "reading--wide", "reading--dark",
        ]  # fmt: skip
        assert visitor.html.count("reading.css") == 1
        assert "vendor/hyperlegible-next-latin-5.3.0.woff2" in visitor.html
        assert "vendor/source-sans-3-latin" not in visitor.html


def test_it_is_nobody_elses(browser, cast):
    browser(as_=cast.coach).visit(PAGE).submit("Save", **CHOICE)
    assert html_classes(browser(as_=cast.hr).visit("/")) == ["govuk-template"]
    assert html_classes(browser().visit("/sign-in")) == ["govuk-template"]


def test_it_can_be_taken_back(browser, cast):
    visitor = browser(as_=cast.coach).visit(PAGE).submit("Save", **CHOICE)
    visitor.submit("Save", font="", spacing="", background="")
    assert html_classes(visitor) == ["govuk-template"]
    assert visitor.submit("Save").text.count("Nothing was changed.") == 1


@pytest.mark.parametrize("answers", [{"font": "comic"}, {"background": "pink"}, {"spacing": "x"}])
def test_what_is_not_offered_is_refused(browser, cast, answers):
    visitor = browser(as_=cast.coach).visit(PAGE).submit("Save", **answers)
    assert visitor.status == 422
    assert account_of(cast.coach).reading_font == ""


def test_the_audit_trail_says_that_it_changed_and_not_to_what(browser, cast):
    browser(as_=cast.coach).visit(PAGE).submit("Save", **CHOICE)
    db.session.rollback()
    entry = db.session.query(AuditEntry).one()
    assert (entry.action, entry.particulars) == ("identity.reading_changed", {})


def test_it_costs_no_page_a_statement(browser, cast, statements):
    visitor = browser(as_=cast.coach).visit("/people")
    statements.clear()
    visitor.visit("/people")
    before = len(statements)
    visitor.visit(PAGE).submit("Save", **CHOICE)
    visitor.visit("/people")
    statements.clear()
    visitor.visit("/people")
    assert len(statements) == before


def tokens_of(background):
    """The colours of one background, over those that the portal comes with."""
    tokens = {}
    sheets = [(STATIC / "vendor" / "govuk-6.3.0.css").read_text(), (STATIC / "app.css").read_text()]
    own = (STATIC / "reading.css").read_text()
    sheets.append(re.search(rf"\.reading--{background},.*?\n  \}}", own, re.S)[0])
    for sheet in sheets:
        for name, colour in re.findall(r"--([a-z-]+): (#[0-9a-f]{6}|#[0-9a-f]{3})\b", sheet):
            tokens[name] = colour if len(colour) == 7 else "#" + "".join(c * 2 for c in colour[1:])
    return tokens


TEXTS = [
    ("ink", "ground"), ("ink", "card"), ("ink", "field"), ("ink", "accent-tint"),
    ("quiet", "ground"), ("quiet", "card"), ("quiet", "brand-tint"),
    ("brand-dark", "ground"), ("brand-dark", "brand-tint"), ("brand-dark", "region"),
    ("late", "late-tint"), ("soon", "soon-tint"), ("good", "good-tint"), ("plain", "plain-tint"),
    ("ink", "plain-tint"), ("ink", "plain-hover"), ("ink", "brand-tint"),
    ("govuk-link-colour", "ground"), ("govuk-link-colour", "card"),
    ("govuk-link-colour", "brand-tint"), ("govuk-link-colour", "accent-tint"),
    ("govuk-link-hover-colour", "card"), ("govuk-error-colour", "card"),
    ("govuk-error-colour", "ground"), ("govuk-focus-text-colour", "govuk-focus-colour"),
]  # fmt: skip
MARKS = [
    ("edge", "card"), ("edge", "ground"), ("edge", "region"), ("brand", "card"),
    ("brand", "ground"), ("late", "card"), ("good-mark", "good-tint"),
    ("govuk-input-border-colour", "field"), ("govuk-input-border-colour", "card"),
]  # fmt: skip


@pytest.mark.once
@pytest.mark.parametrize("background", ["cream", "blue", "dark"])
def test_words_and_marks_stand_out_on_every_background(background):
    """WCAG 2.2, 1.4.3 and 1.4.11."""
    colours = tokens_of(background)
    asked = [(*pair, 4.5) for pair in TEXTS] + [(*pair, 3.0) for pair in MARKS]
    weak = [(one, other, round(contrast(colours[one], colours[other]), 2))
            for one, other, least in asked
            if contrast(colours[one], colours[other]) < least]  # fmt: skip
    assert not weak
    assert contrast("#ffffff", colours["brand"]) >= 4.5
