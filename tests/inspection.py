"""What is wrong with a page, whoever looks at it."""

from collections import Counter
from xml.etree.ElementTree import Element

HTML = "{http://www.w3.org/1999/xhtml}"
NAMELESS = {"hidden", "submit", "button"}


def text_of(element: Element) -> str:
    """The words inside an element, with single spaces."""
    skipped = {HTML + "script", HTML + "style", HTML + "title"}
    words: list[str] = []

    def gather(part: Element) -> None:
        if part.tag in skipped:
            return
        words.append(part.text or "")
        for child in part:
            gather(child)
            words.append(child.tail or "")

    gather(element)
    return " ".join("".join(words).split())


def inspect(document: Element, path: str) -> None:
    """Refuse a page with a fault; the message says which page and which fault."""
    for fault in faults(document):
        raise AssertionError(f"{path}: {fault}")


def faults(document: Element) -> list[str]:
    """Every fault of a page, in words."""
    everything = list(document.iter())
    found = []
    headings = [e for e in everything if e.tag == HTML + "h1"]
    if len(headings) != 1:
        found.append(f"it has {len(headings)} h1 headings, not one")
    ids = Counter(e.attrib["id"] for e in everything if "id" in e.attrib)
    found += [f"the id {name} is used {times} times" for name, times in ids.items() if times > 1]
    found += _unlabelled(everything, set(ids))
    found += _forms(everything)
    found += [f"<{e.tag[len(HTML):]}> has a style attribute" for e in everything
              if "style" in e.attrib]  # fmt: skip
    found += [f"the link {text_of(e)!r} goes nowhere" for e in everything
              if e.tag == HTML + "a" and e.attrib.get("href", "") in {"", "#"}]  # fmt: skip
    title = next((e.text or "" for e in everything if e.tag == HTML + "title"), "")
    if "Tandem" not in title or title.strip().startswith("–"):
        found.append(f"its title is {title!r}")
    return found


def _unlabelled(everything: list[Element], ids: set[str]) -> list[str]:
    labelled = {e.attrib.get("for") for e in everything if e.tag == HTML + "label"}
    found = []
    for box in everything:
        if box.tag not in {HTML + "input", HTML + "select", HTML + "textarea"}:
            continue
        if box.attrib.get("type") in NAMELESS or "aria-label" in box.attrib:
            continue
        if box.attrib.get("id") not in labelled:
            found.append(f"the field {box.attrib.get('name')} has no label")
    for part in everything:
        for name in part.attrib.get("aria-describedby", "").split():
            if name not in ids:
                found.append(f"aria-describedby names {name}, which is not on the page")
    return found


def _forms(everything: list[Element]) -> list[str]:
    found = []
    for form in everything:
        if form.tag != HTML + "form":
            continue
        action = form.attrib.get("action", "")
        if not action.startswith("/"):
            found.append("a form does not say where it goes")
        if form.attrib.get("hx-post", action) != action:
            found.append(f"the form to {action} goes elsewhere with htmx")
        names = {e.attrib.get("name") for e in form.iter()}
        if form.attrib.get("method", "get").lower() == "post" and "csrf_token" not in names:
            found.append(f"the form to {action} carries no token")
    return found
