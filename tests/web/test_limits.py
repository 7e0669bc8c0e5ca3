"""How much a request may carry, to the byte."""

from io import BytesIO

import pytest

pytestmark = pytest.mark.once  # what a request may hold is the same on both engines

MIB = 1024 * 1024
FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def browser(visitor, cast):
    """A colleague who holds a good token."""
    return visitor(as_=cast.coach)


def encoded(browser, length):
    """A form of exactly so many bytes."""
    start = f"csrf_token={browser.token()}&how=200&words="
    return (start + "w" * (length - len(start))).encode()


@pytest.mark.parametrize(("length", "status"), [(499_999, 200), (500_000, 200), (500_001, 413)])
def test_a_form_may_hold_half_a_megabyte(browser, length, status):
    """T33: the limit that Werkzeug does not set for this kind of form."""
    body = encoded(browser, length)
    assert len(body) == length
    answer = browser.client.post("/planted/outcome", data=body, content_type=FORM)
    assert answer.status_code == status


def test_a_form_that_does_not_say_its_length_is_refused(browser):
    """T33: sent in chunks it would be cut off at the limit and saved as if it were whole."""
    answer = browser.client.post(
        "/planted/outcome",
        input_stream=BytesIO(encoded(browser, 900)),
        content_type=FORM,
        headers={"Transfer-Encoding": "chunked"},
        environ_overrides={"wsgi.input_terminated": True},
    )
    assert answer.status_code == 411


@pytest.mark.parametrize(
    ("path", "most"), [("/planted/parts", 2 * MIB), ("/planted/import", 3 * MIB)]
)
@pytest.mark.parametrize(("over", "status"), [(-1, 200), (0, 200), (1, 413)])
def test_a_request_may_carry_what_its_route_says(browser, path, most, over, status):
    """T33: 2 MiB in general, more where the guard says so."""
    answer = browser.client.post(
        path,
        data=b"w" * (most + over),
        content_type="application/octet-stream",
        headers={"X-CSRFToken": browser.token()},
    )
    assert answer.status_code == status


def test_a_refusal_says_how_much_may_be_sent_and_leads_back(browser, cast, visitor):
    answer = browser.client.post(
        "/planted/outcome", data=encoded(browser, 600_000), content_type=FORM
    )
    assert "At most 500 KB can be sent here at once" in answer.text
    assert "Open the form again" not in answer.text  # there is no page at that address
    hr = visitor(as_=cast.hr)
    answer = hr.client.post(
        "/people/import", content_type="multipart/form-data",
        environ_overrides={"CONTENT_LENGTH": str(21 * MIB)},
    )  # fmt: skip
    assert "At most 20 MB can be sent here" in answer.text
    assert 'href="/people/import">Open the form again' in answer.text


def test_a_larger_limit_for_files_is_none_for_forms(browser):
    body = encoded(browser, 500_001)
    answer = browser.client.post("/planted/import", data=body, content_type=FORM)
    assert answer.status_code == 413


@pytest.mark.parametrize(("number", "status"), [(199, 200), (200, 200), (201, 413)])
def test_a_form_may_have_two_hundred_parts(browser, number, status):
    """T33."""
    fields = {f"field{n}": "x" for n in range(number - 1)} | {"csrf_token": browser.token()}
    answer = browser.client.post("/planted/parts", data=fields, content_type="multipart/form-data")
    assert answer.status_code == status
    if status == 200:
        assert f"{number} parts" in answer.text


@pytest.mark.parametrize(("length", "status"), [(499_000, 200), (500_001, 413)])
def test_one_field_among_parts_may_hold_half_a_megabyte(browser, length, status):
    fields = {"words": "w" * length, "csrf_token": browser.token()}
    answer = browser.client.post("/planted/parts", data=fields, content_type="multipart/form-data")
    assert answer.status_code == status


@pytest.mark.parametrize("name", ['name="a\0b"; filename="x.csv"', 'name="a"; filename="x\0.csv"',
                                  "name=\"a\"; filename*=UTF-8''x%00.csv"])  # fmt: skip
def test_the_name_of_a_file_holds_no_nul(browser, name):
    """T35: PostgreSQL could not keep it."""
    body = f"--x\r\nContent-Disposition: form-data; {name}\r\n\r\nwords\r\n--x--\r\n"
    answer = browser.client.post(
        "/planted/parts", data=body.encode(), content_type="multipart/form-data; boundary=x",
        headers={"X-CSRFToken": browser.token()},
    )  # fmt: skip
    assert answer.status_code == 400


@pytest.mark.parametrize("length", ["-1", "x", "1e9", "9" * 40, ""])
def test_a_length_that_is_none_is_no_fault_of_ours(browser, length):
    answer = browser.client.post(
        "/planted/outcome", data=b"how=200", content_type=FORM,
        headers={"X-CSRFToken": browser.token()}, environ_overrides={"CONTENT_LENGTH": length},
    )  # fmt: skip
    assert answer.status_code in {200, 400, 413}


@pytest.mark.parametrize(
    "kind",
    [FORM, "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=x",
     "application/json", "text/plain", "", "x", "multipart/mixed; boundary=x", f"{FORM}; charset=utf-7"],
)  # fmt: skip
@pytest.mark.parametrize("body", [b"", b"\xff\xfe=\x00", b"--x\r\n\r\n--x--", b"&" * 9999, b"{"])
def test_a_body_that_is_not_what_it_says_is_no_fault_of_ours(browser, kind, body):
    """T34, T35."""
    answer = browser.client.post(
        "/planted/day", data=body, content_type=kind, headers={"X-CSRFToken": browser.token()}
    )
    assert answer.status_code in {400, 413, 422}
