"""The macros that pages are made of: a field in one line, forms, lists and tables."""

from types import SimpleNamespace
from typing import Any

import html5lib
import pytest
from flask import g, render_template_string
from wtforms import (
    BooleanField,
    EmailField,
    FileField,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired

from portal.web.fields import DayField, NumberField
from portal.web.forms import CreatingForm
from tests.inspection import HTML, faults, text_of

TOP = (
    '{% import "web/forms.html" as forms with context %}'
    '{% import "web/parts.html" as parts with context %}'
)
CHOICES = [SelectChoice("1", "One"), SelectChoice("2", "Two")]


class EveryField(CreatingForm):
    """One of each kind of field, all required."""

    name = StringField("Name", [InputRequired("Enter a name")], description="As you say it")
    email = EmailField("Email address", render_kw={"autocomplete": "username"})
    password = PasswordField("Password", render_kw={"autocomplete": "current-password"})
    day = DayField("Day", [InputRequired("Enter a day")])
    weeks = NumberField("Weeks")
    team = SelectField("Team", choices=CHOICES)
    kind = RadioField("Kind", [InputRequired("Choose a kind")], choices=CHOICES)
    days = SelectMultipleField("Days", [InputRequired("Choose a day")], choices=CHOICES)
    agreed = BooleanField("I agree", [InputRequired("Tick to agree")], description="Read it first")
    file = FileField("File")
    note = TextAreaField("Note", [InputRequired("Write a note")])


@pytest.fixture
def drawn(app):
    """What a piece of a template looks like, as a page with one heading."""

    def draw(source: str, typed: dict[str, str] | None = None, **context: Any) -> Any:
        posted = {"method": "POST", "data": typed} if typed is not None else {}
        with app.test_request_context("/somewhere?team=North", **posted):
            g.person = None
            if "form" in source:
                context["form"] = EveryField()
                if typed is not None:
                    context["form"].validate()
            html = render_template_string(TOP + source, **context)
        page = f"<!doctype html><title>Macros – Tandem</title><h1>Macros</h1>{html}"
        return html5lib.parse(page)

    return draw


WHOLE = (
    "{{ forms.summary(form) }}{{ forms.open(form, '/somewhere', 'part') }}"
    "{% for field in form if not field.flags.hidden %}{{ forms.field(field) }}{% endfor %}"
    "{{ forms.button('Save') }}{{ forms.close() }}"
)


def every(document, tag, **attributes):
    return [e for e in document.iter(HTML + tag)
            if all(e.attrib.get(k.rstrip("_")) == v for k, v in attributes.items())]  # fmt: skip


def only(document, tag, **attributes):
    (found,) = every(document, tag, **attributes)
    return found


def test_every_kind_of_field_is_drawn_without_a_fault(drawn):
    assert faults(drawn(WHOLE)) == []
    assert faults(drawn(WHOLE, typed={})) == []


def test_each_error_of_the_summary_leads_to_something_that_takes_the_focus(drawn):
    page = drawn(WHOLE, typed={})
    links = [a.attrib["href"] for a in page.iter(HTML + "a")]
    boxes = {e.attrib.get("id") for tag in ("input", "select", "textarea")
             for e in page.iter(HTML + tag)}  # fmt: skip
    assert len(links) >= 6
    assert {link.removeprefix("#") for link in links} <= boxes


def test_a_field_is_tied_to_its_hint_and_to_its_error(drawn):
    page = drawn("{{ forms.field(form.name) }}", typed={})
    assert only(page, "input").attrib["aria-describedby"] == "name-hint name-error"
    assert "Enter a name" in text_of(only(page, "p", id="name-error"))


def test_what_was_typed_is_kept_but_never_a_password(drawn):
    page = drawn(WHOLE, typed={"name": "Ann <b>", "password": "secret", "day": "31/02/2026"})
    assert only(page, "input", name="name").attrib["value"] == "Ann <b>"
    assert only(page, "input", name="day").attrib["value"] == "31/02/2026"
    assert "value" not in only(page, "input", name="password").attrib


def test_the_browser_is_told_what_a_field_is_for(drawn):
    page = drawn(WHOLE)
    assert only(page, "input", name="email").attrib["autocomplete"] == "username"
    assert only(page, "input", name="password").attrib["type"] == "password"
    assert only(page, "input", name="weeks").attrib["inputmode"] == "numeric"


def test_a_form_says_where_it_goes_and_htmx_sends_it_to_the_same_place(drawn):
    form = only(drawn(WHOLE), "form").attrib
    assert form["action"] == form["hx-post"] == "/somewhere"
    assert (form["hx-target"], form["hx-swap"]) == ("#part", "outerHTML")
    assert form["enctype"] == "multipart/form-data"
    assert "novalidate" in form


def test_a_form_carries_its_token_and_its_key_without_ids(drawn):
    hidden = every(drawn(WHOLE), "input", type_="hidden")
    assert [e.attrib["name"] for e in hidden] == ["csrf_token", "form_key"]
    assert all(e.attrib["value"] and "id" not in e.attrib for e in hidden)


def test_pills_are_radios_in_a_fieldset_with_its_question(drawn):
    page = drawn("{{ forms.field(form.kind, pills=True) }}")
    assert text_of(only(page, "legend")) == "Kind"
    assert [e.attrib["type"] for e in page.iter(HTML + "input")] == ["radio", "radio"]
    assert "aria-expanded" not in html5lib.serialize(page)


def test_a_form_that_is_one_button_carries_a_token(drawn):
    page = drawn("{{ forms.press('/sign-out', 'Sign out', about='of the portal') }}")
    assert only(page, "form").attrib["method"] == "post"
    assert only(page, "input").attrib["name"] == "csrf_token"
    assert text_of(only(page, "button")) == "Sign out of the portal"


def test_a_saved_message_can_take_the_focus_and_nothing_saved_says_nothing(drawn):
    message = only(drawn("{{ parts.saved('Session <saved>.') }}"), "div")
    assert message.attrib["tabindex"] == "-1"
    assert text_of(message) == "Session <saved>."
    assert every(drawn("{{ parts.saved(none) }}"), "div") == []


def test_a_table_keeps_its_meaning_when_it_becomes_cards(drawn):
    page = drawn(
        "{% call parts.table('People', ['Name', ('Sessions', 'figure')]) %}"
        "<tr role='row'>{{ parts.row_name('Ann', '/ann') }}{{ parts.cell('Sessions', 3) }}</tr>"
        "{% endcall %}"
    )
    assert only(page, "table").attrib["role"] == "table"
    assert [e.attrib["role"] for e in page.iter(HTML + "th")] == [
        "columnheader", "columnheader", "rowheader",
    ]  # fmt: skip
    assert only(page, "td").attrib["data-label"] == "Sessions"


def test_a_step_says_its_state_in_words(drawn):
    page = drawn("<ol>{{ parts.step('done', 'First review', '/r', ['6 July 2026']) }}</ol>")
    assert text_of(only(page, "li")).startswith("Done: First review")


def test_the_pager_says_nothing_about_a_list_that_fits(drawn):
    page = SimpleNamespace(next=None, first=True)
    assert every(drawn("{{ parts.pager(page) }}", page=page), "nav") == []


def test_what_a_person_wrote_is_escaped_and_out_of_reach_of_htmx(drawn):
    words = only(drawn("{{ parts.words(text) }}", text="<a hx-get='/x'>no</a>"), "div")
    assert "hx-ignore" in words.attrib
    assert text_of(words) == "<a hx-get='/x'>no</a>"


def test_the_two_kinds_of_file_keep_the_filters_of_the_page(drawn):
    page = drawn("{{ parts.downloads('/people/file') }}")
    assert [(text_of(a), a.attrib["href"]) for a in page.iter(HTML + "a")] == [
        ("Download as CSV", "/people/file?team=North&as=csv"),
        ("download as XLSX", "/people/file?team=North&as=xlsx"),
    ]
