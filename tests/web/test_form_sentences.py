"""What a form says about a bad answer tells what to do, also where WTForms speaks for itself."""

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict
from wtforms import RadioField, SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, NumberRange

from portal.web.fields import NumberField
from portal.web.forms import PortalForm

pytestmark = pytest.mark.once  # no database


class _Asked(PortalForm):
    points = NumberField(
        "Points", [InputRequired("Enter the points"), NumberRange(0, 9, "Points go up to 9")]
    )
    way = RadioField("Way", choices=[SelectChoice("a", "By train")])
    many = SelectMultipleField("Many", choices=[SelectChoice("a", "By train")])


@pytest.mark.parametrize("written", ["twelve", "   ", "1.5", "🙂"])
def test_what_is_no_whole_number_is_answered_with_what_to_write(app: Flask, written: str):
    with app.test_request_context():
        form = _Asked(MultiDict({"points": written, "way": "a"}))
        assert not form.validate()
        assert form.points.errors[0] == "Write a whole number in figures, like 12"


def test_what_was_never_offered_is_answered_with_what_to_choose(app: Flask):
    with app.test_request_context():
        form = _Asked(MultiDict([("points", "3"), ("way", "z"), ("many", "y"), ("many", "z")]))
        assert not form.validate()
        assert form.way.errors == ["Choose one of those offered"]
        assert form.many.errors == ["Choose only what is offered"]


@pytest.mark.parametrize("written", ["12", "9" * 400, "-" + "9" * 400])
def test_a_sentence_of_our_own_stays_as_it_is(app: Flask, written: str):
    with app.test_request_context():
        form = _Asked(MultiDict({"points": written, "way": "a"}))
        assert not form.validate()
        assert form.points.errors == ["Points go up to 9"]
