"""A browser without JavaScript that finds fault with every page it is shown."""

import re
from contextvars import Context
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib
from flask import Flask
from werkzeug.test import TestResponse

from portal.database import db
from portal.identity import sessions
from portal.identity.models import Account
from portal.people.models import Person
from tests.inspection import inspect, text_of

HTML = "{http://www.w3.org/1999/xhtml}"


class Browser:
    """Somebody at a computer: visits, follows links, fills in forms."""

    def __init__(self, app: Flask, signed_in_as: Person | None = None) -> None:
        self.client = app.test_client()
        self.url = "/"
        self.response: TestResponse
        self.document: Element
        if signed_in_as is not None:
            self._sign_in(signed_in_as)

    def _sign_in(self, person: Person) -> None:
        account = db.session.query(Account).filter_by(person_id=person.id).one()
        token = sessions.start_session(account, "Test browser", "127.0.0.1")
        db.session.commit()
        with self.client.session_transaction() as cookie:
            cookie["_user_id"] = token

    def visit(self, path: str, **headers: str) -> "Browser":
        """Open an address, following redirects as a browser does."""
        return self._shown(self.send("get", path, headers=headers), path)

    def send(self, verb: str, path: str, /, **given: Any) -> TestResponse:
        """Send a request as from another process: nothing of the test's own session is seen."""
        db.session.commit()
        send = getattr(self.client, verb)
        return Context().run(send, path, **given)

    def follow(self, words: str) -> "Browser":
        """Follow the first link that says these words."""
        for link in self.all("a"):
            if words in text_of(link):
                return self.visit(link.attrib["href"])
        raise AssertionError(f"No link says {words!r} on {self.url}")

    def submit(self, button: str, **answers: Any) -> "Browser":
        """Fill in the form that holds this button, and press it."""
        form = self._form_with(button)
        fields = self._fields(form, button)
        for name, value in answers.items():
            self._fill(form, fields, name, value)
        action = form.attrib.get("action") or self.url
        encoded = form.attrib.get("enctype", "")
        if form.attrib.get("method", "get").lower() == "get":
            return self._shown(self.send("get", action, query_string=fields), action)
        kind = {"content_type": encoded} if encoded else {}
        return self._shown(self.send("post", action, data=fields, **kind), action)

    def post(self, path: str, **fields: Any) -> "Browser":
        """Send a form as somebody might who does not use our pages, but holds a good token."""
        answer = self.send("post", path, data={"csrf_token": self.token(), **fields})
        return self._shown(answer, path)

    def token(self) -> str:
        """The token against forged requests, as this browser's pages carry it."""
        answer = self.send("get", "/no-such-page").get_data(as_text=True)
        found = re.search(r'name="csrf[_-]token"[^>]*?(?:value|content)="([^"]+)"', answer)
        assert found, "The page carries no token"
        return found.group(1)

    @property
    def status(self) -> int:
        """The status of the last answer."""
        return self.response.status_code

    @property
    def html(self) -> str:
        """The last answer as it came."""
        return self.response.get_data(as_text=True)

    @property
    def text(self) -> str:
        """What the page says, without the markup."""
        return text_of(self.document)

    @property
    def heading(self) -> str:
        """The page's one h1."""
        return text_of(self.all("h1")[0])

    def all(self, tag: str) -> list[Element]:
        """Every element of this kind on the page."""
        return list(self.document.iter(HTML + tag))

    def by_id(self, name: str) -> Element:
        """The element with this id."""
        return next(e for e in self.document.iter() if e.attrib.get("id") == name)

    def _shown(self, response: TestResponse, path: str) -> "Browser":
        for _ in range(5):
            if response.status_code not in {301, 302, 303, 307, 308}:
                break
            parts = urlsplit(response.headers["Location"])
            path = parts.path + (f"?{parts.query}" if parts.query else "")
            response = self.send("get", path)
        self.response, self.url = response, path
        if response.mimetype == "text/html" and response.get_data():
            self.document = html5lib.parse(response.get_data())
            if self.html.lstrip().lower().startswith("<!doctype"):
                inspect(self.document, path)
        return self

    def _form_with(self, words: str) -> Element:
        for form in self.all("form"):
            for button in form.iter(HTML + "button"):
                if words in text_of(button):
                    return form
        raise AssertionError(f"No form has a button {words!r} on {self.url}: {self.text[:500]}")

    def _fields(self, form: Element, words: str) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        for box in form.iter():
            name, kind = box.attrib.get("name"), box.attrib.get("type", "")
            if not name or "disabled" in box.attrib:
                continue
            if box.tag == HTML + "input" and kind in {"radio", "checkbox"}:
                if "checked" in box.attrib:
                    fields.setdefault(name, []).append(box.attrib.get("value", "on"))
            elif box.tag == HTML + "input" and kind != "file":
                fields[name] = box.attrib.get("value", "")
            elif box.tag == HTML + "textarea":
                fields[name] = (box.text or "").removeprefix("\n")
            elif box.tag == HTML + "select":
                fields[name] = _chosen(box)
            elif box.tag == HTML + "button" and words in text_of(box):
                fields[name] = box.attrib.get("value", "")
        return fields

    def _fill(self, form: Element, fields: dict[str, Any], name: str, value: Any) -> None:
        offered = [e for e in form.iter() if e.attrib.get("name") == name]
        assert offered, f"The form on {self.url} has no field called {name!r}"
        if value is None:
            fields.pop(name, None)
        else:
            fields[name] = value


def _chosen(select: Element) -> str:
    options = list(select.iter(HTML + "option"))
    chosen = [option for option in options if "selected" in option.attrib] or options[:1]
    return chosen[0].attrib.get("value", text_of(chosen[0])) if chosen else ""
