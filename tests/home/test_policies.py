"""Who may open the pages of home."""

from portal.home import policies
from portal.people.models import Person


def test_everybody_has_a_home():
    assert policies.home(Person(roles_held=[]))


def test_the_pages_that_explain_the_portal_need_no_account(browser):
    for path in ("/help", "/privacy", "/accessibility"):
        assert browser().visit(path).status == 200
