"""Who may read and change a goal on the pathway: whose it is, and one person whom they name."""

from portal.pathways.models.goals import CheckIn, GoalStep, PathwayGoal
from portal.people.models import Person


def see_own_goal(person: Person) -> bool:
    """Everybody who works here, their own: what they want to become, and the plan."""
    return person.is_active


def see_shared_goals(person: Person) -> bool:
    """Everybody who works here: the goals that others share with them."""
    return person.is_active


def see_goal(person: Person, goal: PathwayGoal) -> bool:
    """Whose goal it is, and the manager, coach or mentor with whom they share it."""
    return person.id == goal.person_id or (goal.is_open and goal.is_shared_with(person))


def change_goal(person: Person, goal: PathwayGoal) -> bool:
    """Only whose goal it is, while it stands."""
    return person.id == goal.person_id and goal.is_open


def change_step(person: Person, step: GoalStep) -> bool:
    """Only whose goal it is, while it stands."""
    return change_goal(person, step.goal)


def see_check_in(person: Person, check_in: CheckIn) -> bool:
    """Whose goal it is; and whom they asked, while the goal is shared with them."""
    if person.id == check_in.goal.person_id:
        return True
    return person.id == check_in.with_id and see_goal(person, check_in.goal)


def say_in_check_in(person: Person, check_in: CheckIn) -> bool:
    """The two of a check-in, until both have said theirs."""
    return see_check_in(person, check_in) and check_in.goal.is_open and not check_in.is_open_to_both


def agree_in_check_in(person: Person, check_in: CheckIn) -> bool:
    """The two of a check-in, while the goal stands."""
    return see_check_in(person, check_in) and check_in.goal.is_open
