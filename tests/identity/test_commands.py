"""`flask organisations add`: the first administrator, and nobody else (T19)."""

import re

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from portal.identity.commands import identity, organisations
from portal.identity.models import Account, OneTimeLink
from portal.people.models import Organisation, Person, PersonWord, RoleHeld
from tests.browser import Browser
from tests.conftest import NOW

ANSWERS = ["--email", " Ada@Moorland.Example ", "--given-names", "Ada", "--family-name", "Moss"]
NEW = "nine quiet otters borrow umbrellas"


@pytest.fixture
def add(app):
    """Run the command over the clean database."""
    runner = app.test_cli_runner()
    return lambda *words, typed="": runner.invoke(organisations, ["add", *words], input=typed)


def test_it_prints_the_first_administrators_link(app, add):
    """T19: a one-time link on the configured address, and no password."""
    result = add("Moorland", *ANSWERS)
    assert result.exit_code == 0, result.output
    address = re.search(r"(http://127\.0\.0\.1:5000)(/one-time/\S+)", result.output)
    visitor = Browser(app).visit(address[2])
    assert "Welcome to Tandem, Ada Moss" in visitor.text
    visitor.submit("Save and sign in", password=NEW)
    assert visitor.visit("/account").url == "/account"


def test_what_it_adds(app, add):
    add("Moorland", *ANSWERS)
    person = db.session.query(Person).one()
    assert db.session.query(Organisation).one().name == "Moorland"
    assert person.email == "ada@moorland.example"
    assert [held.role for held in db.session.query(RoleHeld)] == ["admin"]
    assert {row.word for row in db.session.query(PersonWord)} == {"ada", "moss"}
    assert db.session.query(Account).one().password_hash is None
    assert [entry.action for entry in db.session.query(AuditEntry).order_by(AuditEntry.number)] == [
        "people.organisation_founded",
        "identity.person_invited",
    ]


def test_it_asks_for_what_is_missing(add):
    result = add("Moorland", typed="ada@moorland.example\nAda\nMoss\n")
    assert result.exit_code == 0, result.output
    assert "/one-time/" in result.output


def test_the_same_name_twice_is_refused_in_words(app, add):
    add("Moorland", *ANSWERS)
    again = add("Moorland", "--email", "b@moorland.example", *ANSWERS[2:])
    assert again.exit_code == 1
    assert "There is an organisation called Moorland already. Nothing was added." in again.output
    assert db.session.query(Person).count() == 1


def test_an_address_that_opens_an_account_is_refused_in_words(app, add):
    add("Moorland", *ANSWERS)
    other = add("Fenland", *ANSWERS)
    assert "This e-mail address cannot open an account." in other.output
    db.session.rollback()
    assert db.session.query(Organisation).count() == 1


@pytest.mark.parametrize(
    "email", ["ada", "@", "ada@", "@moorland", "a\x00@b.example", "a" * 255 + "@b"]
)
def test_what_is_no_address_is_refused_in_words(app, add, email):
    result = add("Moorland", "--email", email, *ANSWERS[2:])
    assert "is not an e-mail address" in result.output
    assert db.session.query(Organisation).count() == 0


def test_an_address_typed_wrongly_is_asked_for_again_at_once(app, add):
    result = add("Moorland", typed="ada\nada@moorland.example\nAda\nByron\n")
    assert result.exit_code == 0
    assert result.output.index("is not an e-mail address") < result.output.index("given names")


def test_names_may_not_be_blank(app, add):
    assert "need names" in add(" ", *ANSWERS).output
    assert db.session.query(Organisation).count() == 0


def test_a_fresh_installation_has_no_account(app):
    """T19."""
    assert db.session.query(Account).count() == 0
    assert db.session.query(OneTimeLink).count() == 0


def test_tidying_says_what_it_forgot(app):
    result = app.test_cli_runner().invoke(identity, ["tidy"])
    assert result.output == (
        "Forgotten: 0 sessions, 0 links, 0 records of tries, 0 keys of forms, "
        "0 staff lists that nobody brought in.\n"
    )


@pytest.fixture
def link(app):
    """Run `identity link` over the database."""
    runner = app.test_cli_runner()

    def run(email):
        db.session.commit()
        return runner.invoke(identity, ["link", email])

    return run


def test_an_administrator_who_forgot_the_password_gets_a_link_from_the_server(app, cast, link):
    result = link(" Admin@Riverside.Example ")
    assert result.exit_code == 0, result.output
    assert "once, until Thursday 26 November 2026 at 10:00" in result.output
    path = re.search(r"/one-time/\S+", result.output)[0]
    visitor = Browser(app).visit(path).submit("Save and sign in", password=NEW)
    assert visitor.visit("/account").url == "/account"
    entry = db.session.query(AuditEntry).order_by(AuditEntry.number).first()
    assert (entry.action, entry.actor_id) == ("identity.reset_made", None)


def test_a_first_link_that_came_too_late_is_made_again(app, add, link):
    add("Moorland", *ANSWERS)
    result = link("ada@moorland.example")
    assert "until Thursday 3 December 2026" in result.output
    path = re.search(r"/one-time/\S+", result.output)[0]
    assert "Welcome to Tandem, Ada Moss" in Browser(app).visit(path).text


@pytest.mark.parametrize(
    "email", ["nobody@riverside.example", "", "\x00", "coach@riverside.example"]
)
def test_no_link_is_made_for_nobody_or_for_a_closed_account(cast, link, email):
    db.session.query(Account).filter_by(email="coach@riverside.example").update({"closed_at": NOW})
    db.session.commit()
    result = link(email)
    assert result.exit_code == 1
    assert "Nothing was made." in result.output
    assert db.session.query(OneTimeLink).count() == 0
