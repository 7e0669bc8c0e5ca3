"""What is asked of whoever holds some roles is built once, and answers each person as their own."""

from datetime import timedelta

from portal import clock
from portal.home.queries import pairs
from portal.people.asker import asker, given
from portal.people.models import RoleHeld
from tests.factories.mentoring import a_pairing


def test_two_with_the_same_roles_share_a_statement_and_not_an_answer(cast):
    mine = a_pairing(coach=cast.coach, supported=cast.nqsw)
    assert asker(cast.nqsw) == asker(cast.harbour_nqsw)
    assert given(cast.nqsw) != given(cast.harbour_nqsw)
    today = clock.today()
    assert [pairing.id for pairing, *_ in pairs.own(cast.nqsw, today).supporters] == [mine.id]
    assert pairs.own(cast.harbour_nqsw, today).supporters == []


def test_an_asker_holds_the_roles_of_today_and_no_others(cast):
    tomorrow = clock.today() + timedelta(days=1)
    cast.nqsw.roles_held.append(
        RoleHeld(
            organisation_id=cast.nqsw.organisation_id, person_id=cast.nqsw.id, role="coach",
            started_on=tomorrow,
        )
    )  # fmt: skip
    assert not asker(cast.nqsw).has_role("coach")
    with clock.set_to(day=tomorrow):
        assert asker(cast.nqsw).has_role("coach", "mentor")
