"""Who may do what with accounts, asked of people who are in no database."""

from datetime import date
from uuid import uuid4

import pytest

from portal.identity import policies
from portal.identity.models import Account, BrowserSession
from portal.people.models import Organisation, Person, RoleHeld

HERE, ELSEWHERE = uuid4(), uuid4()
SUBJECTS = ("admin", "hr", "coordinator", "nqsw", "")


def somebody(role="", organisation_id=HERE, is_demo=False):
    person = Person(id=uuid4(), organisation_id=organisation_id)
    person.organisation = Organisation(id=organisation_id, name="Here", is_demo=is_demo)
    held = RoleHeld(person_id=person.id, role=role, started_on=date(2020, 1, 1), ended_on=None)
    person.__dict__["roles_held"] = [held] if role else []
    return person


@pytest.mark.parametrize(
    ("role", "may_invite"),
    [
        ("admin", {"admin", "hr", "coordinator", "nqsw", ""}),
        ("hr", {"coordinator", "nqsw", ""}),
        ("coordinator", set()),
        ("manager", set()),
        ("", set()),
    ],
)
def test_who_invites_whom(role, may_invite):
    """T10: as with roles, human resources invite nobody who stands beside or above them."""
    invited = {other for other in SUBJECTS if policies.invite(somebody(role), somebody(other))}
    assert invited == may_invite


@pytest.mark.parametrize(
    ("role", "started_on", "ended_on", "may_invite"),
    [
        ("admin", date(2030, 1, 1), None, False),
        ("hr", date(2030, 1, 1), date(2030, 2, 1), False),
        ("admin", date(2020, 1, 1), date(2020, 2, 1), True),
        ("nqsw", date(2030, 1, 1), None, True),
    ],
)
def test_hr_lets_nobody_in_who_will_be_an_administrator(role, started_on, ended_on, may_invite):
    """T10: a link kept until that day would open the administrator's account."""
    other = somebody(role)
    other.roles_held[0].started_on, other.roles_held[0].ended_on = started_on, ended_on
    assert policies.invite(somebody("hr"), other) == may_invite


DEEDS = (policies.end_sessions_of, policies.close_account, policies.reopen_account,
         policies.make_reset, policies.change_address)  # fmt: skip


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("role", ["admin", "hr", "coordinator", "manager", ""])
def test_only_administrators_change_accounts(deed, role):
    assert deed(somebody(role), somebody("nqsw")) == (role == "admin")


@pytest.mark.parametrize("deed", [*DEEDS, policies.invite])
def test_nobody_does_it_to_themself(deed):
    """T10."""
    admin = somebody("admin")
    assert not deed(admin, admin)


@pytest.mark.parametrize("deed", [*DEEDS, policies.invite, policies.account_of])
def test_nobody_does_it_in_another_organisation(deed):
    """T2."""
    assert not deed(somebody("admin"), somebody("nqsw", organisation_id=ELSEWHERE))


def test_the_page_of_an_account_is_for_those_who_can_do_something_there():
    assert policies.account_of(somebody("admin"), somebody("hr"))
    assert policies.account_of(somebody("hr"), somebody("nqsw"))
    assert not policies.account_of(somebody("hr"), somebody("admin"))
    assert not policies.account_of(somebody("coach"), somebody("nqsw"))


def test_only_the_owner_ends_a_session():
    """T24."""
    owner, other = somebody("coach"), somebody("admin")
    session = BrowserSession(account=Account(person_id=owner.id))
    assert policies.end_session(owner, session)
    assert not policies.end_session(other, session)


def test_passwords_of_the_demonstration_stay():
    assert policies.change_password(somebody())
    assert not policies.change_password(somebody(is_demo=True))
    assert not policies.make_reset(somebody("admin", is_demo=True), somebody(is_demo=True))
