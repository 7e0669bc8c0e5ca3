"""A form with longer text warns of what looks like an identifier, and never blocks."""

import pytest
from werkzeug.datastructures import MultiDict
from wtforms import StringField, TextAreaField
from wtforms.validators import InputRequired

from portal.standards.forms.careful import LooksForIdentifiers
from portal.web.forms import EditingForm

TELLING = "I visited Keira Doyle at 14 Acacia Avenue."
SILENT = "I felt anxious before the visit and noticed it in my shoulders."


class _Form(LooksForIdentifiers, EditingForm):
    title = StringField("Title", validators=[InputRequired("Enter a title")])
    said = TextAreaField("What happened?")
    more = TextAreaField("Anything else?")


@pytest.fixture
def sent(app):
    def send(**answers):
        with app.test_request_context("/", method="POST"):
            return _Form(MultiDict({"title": "A visit", **answers}))

    return send


def test_a_text_without_identifiers_is_saved_at_once(sent):
    form = sent(said=SILENT)
    assert form.validate()
    assert not form.asks_to_check
    assert set(form.answers()) == {"title", "said", "more"}


def test_the_first_sending_names_what_was_found_and_asks_for_the_tick(sent):
    form = sent(said=TELLING)
    assert not form.validate()
    assert "Keira Doyle looks like a name" in form.said.errors[0]
    assert "14 Acacia Avenue looks like an address" in form.said.errors[0]
    assert not form.more.errors
    assert form.asks_to_check


def test_with_the_tick_it_is_saved(sent):
    form = sent(said=TELLING, is_checked="y")
    assert form.validate()
    assert form.asks_to_check


def test_the_tick_does_not_hide_another_fault(sent):
    form = sent(said=TELLING, is_checked="y", title="")
    assert not form.validate()
    assert form.title.errors


def test_each_box_is_looked_through(sent):
    form = sent(more=TELLING)
    assert not form.validate()
    assert form.more.errors
    assert not form.said.errors


def test_while_somebody_types_the_list_is_answered_and_nothing_is_written(
    browser, cast, statements
):
    page = browser(as_=cast.nqsw)
    sent = {"said": TELLING, "csrf_token": page.token()}
    statements.clear()
    answer = page.send("post", "/identifiers?box=said", data=sent, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    said = answer.get_data(as_text=True)
    assert "Keira Doyle looks like a name" in said
    assert 'id="looked-said"' in said
    assert not [one for one in statements if one.startswith(("INSERT", "DELETE"))]
