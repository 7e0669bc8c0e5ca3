"""What a coordinator fills in about programmes: whether one is offered, and a copy of one."""

from wtforms import HiddenField

from portal.web.forms import CreatingForm, PortalForm


class OfferForm(PortalForm):
    """Whether a programme that ships is offered here."""

    is_offered = HiddenField()


class CopyForm(CreatingForm):
    """The button that begins a programme of one's own."""
