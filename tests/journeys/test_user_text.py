"""What people write is never more than words: no script runs and no htmx attribute fires (T38)."""

import pytest

from portal import notices

pytestmark = pytest.mark.once
FIRES = '<a hx-get="/people?planted=1" hx-trigger="load">x</a><img src="x" onerror="planted = 1">'
PLANT = """([wrapped, markup]) => {
  const box = document.createElement('div')
  box.innerHTML = wrapped ? '<div hx-ignore>' + markup + '</div>' : markup
  document.querySelector('main').append(box)
  htmx.process(box)
}"""


@pytest.mark.parametrize(("wrapped", "fires"), [(True, False), (False, True)],
                         ids=["inside hx-ignore", "the control without it"])  # fmt: skip
def test_an_attribute_inside_user_text_does_not_fire(wrapped, fires, cast, window):
    page = window(cast.nqsw)
    page.goto("/notices")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.evaluate(PLANT, [wrapped, '<a hx-get="/people?planted=1" hx-trigger="load">x</a>'])
    page.wait_for_timeout(600)
    assert any("planted=1" in url for url in asked) is fires


def test_markup_in_words_stays_words(cast, window, commit):
    cast.nqsw.known_as = FIRES[:80]
    cast.nqsw.base = FIRES
    notices.tell(cast.nqsw, FIRES)
    commit()
    page = window(cast.nqsw)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("/", "/notices", "/people", f"/people/{cast.nqsw.id}", "/account", "/my-year"):
        page.goto(path)
        assert not page.evaluate("window.planted")
    assert not [url for url in asked if "planted" in url]
    assert not page.query_selector("main img, main a[hx-get*=planted]")
