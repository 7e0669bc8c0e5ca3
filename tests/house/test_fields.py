"""What each may see of a person, field by field: markers are planted, every answer is searched (T4).

The same search holds lists, counts, search results and notices (T9): a marker is a marker. It asks
for every page as everybody, and the ledger of the whole test, read when it ends, holds T29: no GET
writes for anybody.
"""

import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from werkzeug.datastructures import ImmutableMultiDict

from portal.database import db
from portal.identity.models import Account
from portal.people.models import PersonWord, Post
from tests.cast import Cast
from tests.house import examples
from tests.house.routes import names, visits

# The marker, and who of the cast may read it anywhere: domain matrix, "employment details".
# (In the examples the consultant covers for the manager.)
EMPLOYMENT = {"nqsw", "manager", "consultant", "hr", "admin"}
PAYROLL = {"hr", "admin"}
MAY_READ = {
    "SW987654": EMPLOYMENT,
    "STAFF-MARK": EMPLOYMENT,
    "GRADE-MARK": EMPLOYMENT,
    "13 July 2023": EMPLOYMENT,  # qualified on
    "SCP-MARK": PAYROLL,
    "COST-MARK": PAYROLL,
    "account-mark@riverside.example": {"nqsw", "hr", "admin"},
    "$argon2id$": set(),
    # The words of a pair: of the pairs in the examples, each for its two.
    "What we talked about.": {"consultant", "nqsw"},
    "Sit in on a panel.": {"consultant", "nqsw"},
    "Settle in well.": {"principal", "nqsw"},
    "It went further than we thought.": {"coach", "nqsw"},
    "Begin with the court work.": {"coach", "nqsw", "worker"},  # the worker is let read it
}
WORDS_OF_PAIRS = {
    "What we talked about.", "Sit in on a panel.", "Settle in well.",
    "It went further than we thought.", "Begin with the court work.",
}  # fmt: skip
SEEN_BY_SOMEBODY = WORDS_OF_PAIRS | {
    "SW987654", "STAFF-MARK", "GRADE-MARK", "account-mark@riverside.example",
}  # fmt: skip
pytestmark = pytest.mark.once  # who reads what is the same on both engines
ELSEWHERE = ("harbour_hr", "harbour_nqsw", "lockside_worker", "evaluator")
HTMX = {"HX-Request": "true"}
REFUSED = (403, 404)
OF_RIVERSIDE = ("Amira", "Khan", "nqsw@riverside.example", "Family Support Pod A")


@pytest.fixture
def marked(cast: Cast) -> Cast:
    """Amira, with a marker in each field that not everybody may read."""
    amira = cast.nqsw
    amira.registration_number, amira.staff_number = "SW987654", "STAFF-MARK"
    amira.qualified_on = date(2023, 7, 13)
    post = db.session.query(Post).filter_by(person_id=amira.id).one()
    post.grade, post.scp, post.cost_code = "GRADE-MARK", "SCP-MARK", "COST-MARK"
    account = db.session.query(Account).filter_by(person_id=amira.id).one()
    account.email = "account-mark@riverside.example"
    db.session.commit()
    return cast


LIMITS = "portal.web.limits"  # reads every address, and only to refuse what is too long
# Ways of reading an address as a whole.
EVERYTHING = {"keys", "values", "items", "lists", "listvalues", "to_dict", "copy", "deepcopy"}
WAYS = [("", {}), ("", HTMX), ("?q=khan&show=added", {}), ("?q=khan&show=added", HTMX)]


def answers(app: Any, cast: Cast, browser: Any, asked: set[str], *only: str) -> dict[str, str]:
    """Everything that each of the cast is shown, page after page, whole and as fragments.

    Who is refused is refused before the page is made, so a refusal is asked for once.
    """
    rows = examples.rows(cast)
    addresses = [
        visit.address(app, rows)
        for visit in visits(app)
        if visit.method == "GET" and visit.route.endpoint not in {"static", "demo.demo"}
    ]
    shown = {}
    for name, person in names(cast).items():
        if only and name not in only:
            continue
        mine = browser(as_=person)
        pages = [words for address in addresses for words in _ways_in(mine, address, asked)]
        shown[name] = "\n".join(pages)
    return shown


def _ways_in(mine: Any, address: str, asked: set[str]) -> Iterator[str]:
    """The answer to each way of asking, where the page reads what that way adds to its address."""
    asked.clear()
    for query, headers in WAYS:
        if query and not asked & {"q", "show", *EVERYTHING}:
            continue
        answer = mine.send("get", address + query, headers=headers)
        yield answer.get_data(as_text=True) + str(answer.headers)
        if answer.status_code in REFUSED:
            return


@pytest.fixture
def asked(app: Any, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The names that pages look for in their address; what is never read changes no answer."""
    found: set[str] = set()

    class Read(ImmutableMultiDict):  # type: ignore[type-arg]
        def __getattribute__(self, name: str) -> Any:
            if name in EVERYTHING and sys._getframe(1).f_globals["__name__"] != LIMITS:
                found.add(name)
            return super().__getattribute__(name)

        def __getitem__(self, key: str) -> Any:
            found.add(key)
            return super().__getitem__(key)

        def __contains__(self, key: object) -> bool:
            found.add(str(key))
            return super().__contains__(key)

        def __iter__(self) -> Any:
            found.add("keys")
            return super().__iter__()

        def get(self, key: str, *rest: Any, **more: Any) -> Any:
            found.add(key)
            return super().get(key, *rest, **more)

        def getlist(self, key: str, *rest: Any) -> Any:
            found.add(key)
            return super().getlist(key, *rest)

    class Asking(app.request_class):  # type: ignore[misc, name-defined]
        parameter_storage_class = Read

    monkeypatch.setattr(app, "request_class", Asking)
    return found


def test_nobody_reads_a_field_that_is_not_theirs_to_read(app, marked, browser, asked):
    shown = answers(app, marked, browser, asked)
    faults = [
        f"{name} can read {marker}"
        for marker, readers in MAY_READ.items()
        for name, text in shown.items()
        if marker in text and name not in readers
    ]
    unseen = [m for m in SEEN_BY_SOMEBODY if not any(m in text for text in shown.values())]
    assert not faults, "\n".join(faults)
    assert not unseen, f"Nobody at all was shown {unseen}: the search proves nothing"


def test_nothing_of_an_organisation_is_shown_in_another(app, marked, browser, asked):
    shown = answers(app, marked, browser, asked, *ELSEWHERE)
    faults = [
        f"{name} can read {words}"
        for name in ELSEWHERE
        for words in OF_RIVERSIDE
        if words in shown[name]
    ]
    assert not faults, "\n".join(faults)
    assert db.session.query(PersonWord).filter_by(word="khan").count() == 1
