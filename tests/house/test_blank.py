"""A box that must be filled in is not filled in by blanks, in whichever form it stands."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from wtforms import PasswordField, StringField
from wtforms.fields.core import UnboundField
from wtforms.validators import InputRequired

import portal
from portal.web.forms import PortalForm

# A password is taken as it was typed; blanks may be part of it, and its own rules judge it.
AS_TYPED = PasswordField
pytestmark = pytest.mark.once  # a form is the same on both engines


def _below(kind: type[PortalForm]) -> Iterator[type[PortalForm]]:
    for form in kind.__subclasses__():
        yield form
        yield from _below(form)


def _forms() -> list[type[PortalForm]]:
    for module in pkgutil.walk_packages(portal.__path__, "portal."):
        if "forms" in module.name.split("."):
            importlib.import_module(module.name)
    found = {form for form in _below(PortalForm) if form.__module__.startswith("portal.")}
    return sorted(found, key=lambda form: (form.__module__, form.__qualname__))


def _content_with_blanks(form: type[PortalForm]) -> list[str]:
    """The text boxes of a form that ask only whether anything was sent."""
    found = []
    for name in dir(form):
        made = getattr(form, name)
        if not isinstance(made, UnboundField) or not issubclass(made.field_class, StringField):
            continue
        if issubclass(made.field_class, AS_TYPED):
            continue
        asks = made.kwargs.get("validators") or (*made.args, (), ())[1]
        if any(isinstance(ask, InputRequired) for ask in asks):
            found.append(f"{form.__qualname__}.{name}")
    return found


class _Careless(PortalForm):
    title = StringField("Title", [InputRequired("Enter a title")])
    name = StringField("Name", validators=[InputRequired("Enter a name")])
    password = PasswordField("Password", [InputRequired("Enter your password")])


def test_a_box_that_blanks_would_fill_is_found() -> None:
    assert _content_with_blanks(_Careless) == ["_Careless.name", "_Careless.title"]


def test_no_box_that_must_be_filled_in_is_content_with_blanks() -> None:
    forms = _forms()
    assert len(forms) > 100
    careless = [box for form in forms for box in _content_with_blanks(form)]
    assert not careless, f"Use DataRequired, which does not take blanks for words: {careless}"
