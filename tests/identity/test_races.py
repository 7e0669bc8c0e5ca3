"""Several at once: guesses over many workers, and two with one link (T13, T17)."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from portal.database import db
from portal.identity import hashes, links
from portal.identity.models import BrowserSession
from tests.browser import Browser
from tests.factories.identity import a_link, account_of

COACH = "coach@riverside.example"


def at_once(app, deed, given):
    """Do the deed with each of these at the same time, each as another worker would."""
    db.session.commit()

    def alone(one):
        with app.app_context():
            return deed(one)

    with ThreadPoolExecutor(4) as workers:
        return list(workers.map(alone, given))


def test_thirty_guesses_over_four_workers_get_ten_answers(app, cast):
    """T13: the eleventh is refused, whoever hears it."""

    def guess(number):
        visitor = Browser(app)
        token = visitor.token()
        fields = {"email": COACH, "password": f"guess number {number}", "csrf_token": token}
        return visitor.client.post("/sign-in", data=fields).status_code

    answers = at_once(app, guess, range(30))
    assert Counter(answers) == {422: 10, 429: 20}
    assert db.session.query(BrowserSession).count() == 0


def test_of_two_who_use_a_link_at_once_one_succeeds(app, cast):
    """T17: one password is set, and it is that of the one who was let in."""
    path = links.path_to(a_link(cast.coach))
    passwords = ["nine quiet otters borrow umbrellas", "eleven loud herons return lanterns"]

    def use(password):
        visitor = Browser(app)
        fields = {"password": password, "csrf_token": visitor.token()}
        return visitor.client.post(path, data=fields).status_code

    answers = at_once(app, use, passwords)
    assert sorted(answers) == [303, 404]
    db.session.rollback()
    winner = passwords[answers.index(303)]
    assert hashes.matches(account_of(cast.coach).password_hash, winner)


@pytest.mark.parametrize("round_", range(3))
def test_of_two_links_used_at_once_one_succeeds(app, cast, round_):
    """T17: the second was bound to the password that the first has just replaced."""
    paths = [links.path_to(a_link(cast.coach)) for _ in range(2)]

    def use(path):
        visitor = Browser(app)
        fields = {"password": f"nine quiet otters {round_}", "csrf_token": visitor.token()}
        return visitor.client.post(path, data=fields).status_code

    answers = at_once(app, use, paths)
    assert sorted(answers) == [303, 404]
