"""Who may write, send, read and speak to an application to progress (domain matrix 7.4)."""

from portal.pathways.models import Application, ApplicationItem
from portal.people.models import Person


def see_applications(person: Person) -> bool:
    """Everybody who works here: their own, and those that their people sent."""
    return person.is_active


def apply_to_progress(person: Person) -> bool:
    """Everybody who works here, for themselves."""
    return person.is_active


def see_application(person: Person, application: Application) -> bool:
    """The applicant; once it is sent their manager and HR; from the panel's turn on its members."""
    if person.id == application.person_id:
        return True
    if not application.is_sent:
        return False
    return (
        person.has_role("hr")
        or person.manages(application.posts)
        or reads_for_panel(person, application)
    )


def reads_for_panel(person: Person, application: Application) -> bool:
    """A member without a conflict, once it is the panel's turn; the chair once asked to look."""
    if not sits_on(person, application) or has_conflict(person, application):
        return False
    asked = is_chair(person, application) and application.to_chair is not None
    return application.is_on_panel or asked


def write_application(person: Person, application: Application) -> bool:
    """Only the applicant, while it is a draft."""
    return (
        person.id == application.person_id and application.sent_on is None and application.is_open
    )


def answer_item(person: Person, item: ApplicationItem) -> bool:
    """Only the applicant, while the application is a draft."""
    return write_application(person, item.application)


def send_application(person: Person, application: Application) -> bool:
    """Only the applicant, while it is a draft."""
    return write_application(person, application)


def withdraw_application(person: Person, application: Application) -> bool:
    """Only the applicant, until it is decided."""
    return person.id == application.person_id and application.is_open


def sits_on(person: Person, application: Application) -> bool:
    """Whether somebody sits on the panel that an application was sent to."""
    return application.panel is not None and application.panel.has_member(person)


def is_chair(person: Person, application: Application) -> bool:
    """Whether somebody chairs the panel that an application was sent to."""
    return application.panel is not None and application.panel.chair_id == person.id


def has_conflict(person: Person, application: Application) -> bool:
    """Whether a member applies themself, manages the applicant, or has declared a conflict."""
    declared = any(each.person_id == person.id for each in application.conflicts)
    mine = person.id == application.person_id
    return mine or declared or person.manages(application.posts)
