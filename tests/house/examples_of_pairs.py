"""One row of each kind that a URL of the mentoring area can name, tied to the standing cast."""

from collections.abc import Callable
from datetime import date
from typing import Any

from portal.database import db
from portal.mentoring.models import Pairing
from portal.people.models import Person
from tests.cast import Cast
from tests.factories.mentoring import (
    a_cover,
    a_look_back,
    a_noted_session,
    a_pair_agreement,
    a_pairing,
    a_pause,
    a_planned_session,
    a_proposal,
    a_released_note,
    a_session,
    an_action,
    an_approved_conflict,
    an_ended_pairing,
)
from tests.factories.promises import a_supervision
from tests.factories.teams import a_group, a_note, a_relief, a_team_coach, an_aim


def _session(cast: Cast) -> Any:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw, kind="mentoring")
    return a_session(pairing, held_on=date(2026, 11, 19))


def _supervised(cast: Cast, held_on: date, state: str = "held", **facts: Any) -> Any:
    return a_supervision(cast.manager, cast.nqsw, held_on, state=state, **facts)


def _coached_by(coach: Person) -> Any:
    """The pairing of an example above: the one that has agreed on something."""
    its_own = {"kind": "coaching", "in_place_of_id": None}
    return db.session.query(Pairing).filter_by(coach_id=coach.id, **its_own).one()


def _looked_back_at(cast: Cast) -> Any:
    """A pairing that ended, the goals of which one of the two has looked back at."""
    ended = an_ended_pairing(cast.coach, cast.nqsw, ended_on=date(2026, 3, 31))
    a_look_back(ended)
    return ended


MAKERS: dict[str, Callable[[Cast], Any]] = {
    "Pairing": lambda cast: a_pairing(coach=cast.coach, supported=cast.nqsw),
    "Session": _session,
    "PairAgreement": lambda cast: a_pair_agreement(
        a_pairing(coach=cast.principal, supported=cast.nqsw)
    ),
    "ConflictApproved": lambda cast: an_approved_conflict(cast),
    "PairPause": lambda cast: a_pause(a_pairing(coach=cast.hr, supported=cast.nqsw)),
    "PairProposal": lambda cast: a_proposal(cast, cast.assistant),
    "PlannedSession": lambda cast: a_planned_session(
        a_pairing(coach=cast.manager, supported=cast.consultant)
    ),
    "HandOverNote": lambda cast: a_released_note(
        an_ended_pairing(cast.coach, cast.nqsw), cast.worker
    ),
    "TeamCoach": lambda cast: a_team_coach(cast.coach),
    "TeamAim": lambda cast: an_aim(cast.coach, owner=cast.nqsw),
    "KnowHow": lambda cast: a_note(cast.coach),
    "CoachRelief": lambda cast: a_relief(cast.coach, agreed_by=cast.manager),
    "AgreedAction": lambda cast: an_action(a_pairing(coach=cast.consultant, supported=cast.nqsw)),
}

# The rows of routes that open only for a row in some state, by endpoint.
IN_A_STATE: dict[str, Callable[[Cast], Any]] = {
    "mentoring.end_cover": lambda cast: a_cover(_coached_by(cast.consultant), cast.principal),
    "mentoring.agree_action": lambda cast: _coached_by(cast.consultant),
    "mentoring.agreement": lambda cast: _coached_by(cast.principal),
    "mentoring.look_back": _looked_back_at,
    "mentoring.write_look_back": _looked_back_at,
    "mentoring.write_hand_over_note": lambda cast: an_ended_pairing(
        cast.coach, cast.nqsw, ended_on=date(2026, 2, 27)
    ),
    "mentoring.carry_passage": lambda cast: a_noted_session(
        a_pairing(coach=cast.consultant, supported=cast.nqsw, kind="mentoring")
    ),
    "mentoring.agree_to_relief": lambda cast: a_relief(cast.worker),
    "mentoring.correct_group": lambda cast: a_group(cast.coach, [cast.nqsw, cast.worker]),
    "mentoring.correct_supervision": lambda cast: _supervised(cast, date(2026, 11, 23)),
    "mentoring.move_supervision": lambda cast: _supervised(cast, date(2026, 12, 4), "planned"),
    "mentoring.miss_supervision": lambda cast: _supervised(cast, date(2026, 11, 25), "planned"),
}
