"""Two presses at the same moment: one session, one answer."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from portal import clock
from portal.database import db
from portal.mentoring.models import Session
from portal.notices.models import Notice
from tests.browser import Browser
from tests.cast import Cast
from tests.conftest import NOW, TODAY
from tests.factories.mentoring import a_pairing

Open = Callable[..., Browser]


def at_once(browsers: list[Browser], path: str, **fields: str) -> list[tuple[int, str]]:
    """Send the same form from all these browsers at the same moment."""
    forms = [{"csrf_token": browser.token(), **fields} for browser in browsers]
    db.session.close()
    start = Barrier(len(browsers))

    def press(browser: Browser, form: dict[str, str]) -> tuple[int, str]:
        with clock.set_to(day=TODAY, moment=NOW):
            start.wait()
            answer = browser.client.post(path, data=form)
            return answer.status_code, answer.headers.get("Location", "")

    with ThreadPoolExecutor(len(browsers)) as pool:
        return list(pool.map(press, browsers, forms))


def test_the_same_form_sent_at_once_is_kept_once_and_answered_alike(
    cast: Cast, browser: Open
) -> None:
    pairing_id = str(a_pairing(coach=cast.coach, supported=cast.nqsw).id)
    tabs = [browser(as_=cast.coach) for _ in range(4)]
    answers = at_once(
        tabs, "/sessions/new", form_key="one", pairing=pairing_id, day="today", minutes="45"
    )
    assert set(answers) == {(303, f"/pairings/{pairing_id}")}
    assert db.session.query(Session).count() == 1
    assert db.session.query(Notice).count() == 1


def test_both_logging_the_same_session_at_once_leads_one_to_the_others(
    cast: Cast, browser: Open
) -> None:
    pairing_id = str(a_pairing(coach=cast.coach, supported=cast.nqsw).id)
    both = [browser(as_=cast.coach), browser(as_=cast.nqsw)]
    answers = at_once(both, f"/pairings/{pairing_id}/sessions", day="today", minutes="45")
    first = db.session.query(Session).one()
    assert {location for _, location in answers} == {
        f"/pairings/{pairing_id}",
        f"/sessions/{first.id}/correction",
    }
