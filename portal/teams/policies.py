"""Who may see how a team stands to its model, and who keeps the models."""

from portal.clock import today
from portal.people.models import Person, Unit
from portal.teams.models import TeamTask

LOOKERS = ("hr", "principal", "coordinator", "admin")
KEEPERS = ("hr", "principal", "admin")


def see_teams(person: Person) -> bool:
    """Everybody who works here: teams they work in or manage; all for those who plan or develop."""
    return person.is_active


def see_every_team(person: Person) -> bool:
    """HR, the principal social worker, coordinators and administrators see every team."""
    return person.has_role(*LOOKERS)


def see_team(person: Person, unit: Unit) -> bool:
    """Who works in the team or in what it is part of, who manages in it, and HR and the like."""
    own = person.organisation_id == unit.organisation_id and unit.kind == "team"
    if not own or see_every_team(person):
        return own
    return unit.has_in_it(person) or person.manages(unit.posts) or _works_above(person, unit)


def see_models(person: Person) -> bool:
    """Everybody who works here: what each model of a team asks for, and where it is from."""
    return person.is_active


def change_model(person: Person) -> bool:
    """HR, the principal social worker and administrators keep the models of teams."""
    return person.has_role(*KEEPERS)


def put_on_model(person: Person, unit: Unit) -> bool:
    """HR, the principal social worker and administrators say which model a team keeps to."""
    return person.has_role(*KEEPERS) and unit.kind == "team" and unit.is_open(today())


def give_task(person: Person, unit: Unit) -> bool:
    """Who manages in a team shares its tasks out; so do HR, the principal and administrators."""
    own = person.organisation_id == unit.organisation_id and unit.kind == "team"
    return (
        own and unit.is_open(today()) and (person.has_role(*KEEPERS) or person.manages(unit.posts))
    )


def choose_strands(person: Person, unit: Unit) -> bool:
    """Who manages in a team says what it works on; so do HR, the principal and administrators."""
    return give_task(person, unit)


def change_task(person: Person, task: TeamTask) -> bool:
    """Whoever may give tasks in the team changes and ends one that is going on."""
    ended = task.ended_on is not None and task.ended_on < today()
    return not ended and give_task(person, task.unit)


def _works_above(person: Person, unit: Unit) -> bool:
    """Whether somebody works in what the team is part of."""
    day = today()
    return any(each.unit_id == unit.parent_id and each.covers(day) for each in person.posts_held)
