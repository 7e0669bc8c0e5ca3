"""One row of each kind that a URL of panels and applications can name, tied to the cast."""

from collections.abc import Callable
from datetime import date
from typing import Any

from portal.database import db
from portal.pathways.models import ApplicationItem
from portal.people.models import Person
from tests.cast import Cast
from tests.factories.panels import a_panel, an_application


def _panel(cast: Cast, day: int) -> Any:
    return a_panel(cast, meets_on=date(2027, 2, day), send_by=date(2027, 1, 28))


def _item(person: Person) -> Any:
    draft = an_application(person)
    own = db.session.query(ApplicationItem).filter_by(application_id=draft.id)
    return own.order_by(ApplicationItem.number).first()


MAKERS: dict[str, Callable[[Cast], Any]] = {
    "Panel": lambda cast: _panel(cast, 18),
    "Application": lambda cast: an_application(cast.worker, _panel(cast, 19)),
    "ApplicationItem": lambda cast: _item(cast.nqsw),
}

# The rows of routes that open only for a row in some state, by endpoint.
IN_A_STATE: dict[str, Callable[[Cast], Any]] = {
    "pathways.write_application": lambda cast: an_application(cast.coach),
    "pathways.send_application": lambda cast: an_application(cast.consultant),
}
