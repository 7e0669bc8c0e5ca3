"""Who may see the days of panels, make them, and read who sits on one."""

from portal.pathways.models import Panel
from portal.people.models import Person


def see_panels(person: Person) -> bool:
    """Everybody who works here: when panels meet, until when to apply, and places left."""
    return person.is_active


def see_panel(person: Person, panel: Panel) -> bool:
    """Human resources, the coordinator, and who sits on the panel."""
    return person.has_role("hr", "coordinator") or panel.has_member(person)


def see_applications_to(person: Person, panel: Panel) -> bool:
    """Human resources and who sits on the panel: who applied; the coordinator sees how many."""
    return person.has_role("hr") or panel.has_member(person)


def make_panel(person: Person) -> bool:
    """Human resources and the coordinator."""
    return person.has_role("hr", "coordinator")


def change_panel(person: Person, panel: Panel) -> bool:
    """Human resources and the coordinator, of any panel of their organisation."""
    return panel.id is not None and person.has_role("hr", "coordinator")


def set_progression_rules(person: Person) -> bool:
    """Human resources: from which day a progression is paid, how leave counts, and the letters."""
    return person.has_role("hr")


def export_payroll(person: Person, panel: Panel) -> bool:
    """Human resources: who progresses after this panel, and from which day it is paid."""
    return panel.id is not None and person.has_role("hr")
