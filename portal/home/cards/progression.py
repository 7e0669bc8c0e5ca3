"""The card of applications to progress: what waits for the manager, a member, the chair, HR."""

from collections.abc import Iterator
from datetime import date

from portal.home.cards.card import Card
from portal.home.needs import Need
from portal.pathways import queries
from portal.pathways.models import Appeal
from portal.pathways.progression import stages
from portal.pathways.queries import Waiting
from portal.people.models import Person
from portal.web import days
from portal.web.numbers import counted

ASKED = ("manager", "panel", "hr")


def card(person: Person, today: date) -> Card | None:
    """What of an application waits for this person; where nothing does, for members alone."""
    if not person.has_role(*ASKED):
        return None
    needs = [need for each in queries.waiting_for(person) for need in _needs(person, each, today)]
    if person.has_role("hr", "panel"):
        needs += [_of_appeal(each, today) for each in queries.appeals_waiting(person)]
    if not needs and not person.has_role("panel"):
        return None
    said = counted(len(needs), "thing waits", "things wait") if needs else ""
    return Card(template="home/_progression.html", facts=said, needs=tuple(needs))


def _needs(person: Person, waiting: Waiting, today: date) -> Iterator[Need]:
    """The one deed that an application asks of this person, if it is their turn."""
    application = waiting.application
    panel, said = application.panel, application.manager_statement
    assert panel is not None  # it was sent to one
    name, page, stage = (
        application.person.name,
        f"/applications/{application.id}",
        application.stage,
    )
    chairs = waiting.sits and panel.chair_id == person.id
    meets = f"The panel meets on {days.in_words(panel.meets_on)}"
    if stage == stages.WITH_MANAGER and waiting.is_managed and said is not None:
        why = "Without your statement the application goes on marked so"
        what = f"Say whether you support the application of {name}"
        yield Need(what, why, said.due_on, f"{page}/manager-statement")
    elif stage == stages.WITH_CHAIR and chairs:
        why = "Their manager says not yet, and they ask you to look"
        yield Need(f"Answer {name} as chair", why, today, f"{page}/chair/answer")
    elif stage == stages.SCORING and waiting.sits and not waiting.has_scored:
        yield Need(f"Score the application of {name}", meets, panel.meets_on, page)
    elif stage == stages.AGREEING and chairs:
        what = f"Write down what the panel agreed about {name}"
        yield Need(what, f"All scores are in. {meets}", panel.meets_on, f"{page}/outcome")


def _of_appeal(appeal: Appeal, today: date) -> Need:
    """Human resources answer it; where it is upheld the chair writes a new outcome."""
    application = appeal.outcome.application
    name, page = application.person.name, f"/applications/{application.id}"
    if appeal.answer:
        why = "Their appeal was upheld"
        return Need(f"Look again at the application of {name}", why, today, f"{page}/outcome")
    why = f"It was made on {days.in_words(appeal.made_on)}"
    return Need(f"Answer the appeal of {name}", why, appeal.answer_by, page)
