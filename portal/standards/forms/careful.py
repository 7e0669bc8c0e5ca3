"""Forms with longer free text that look for identifiers before they are saved (N18, T56).

    class ReviewForm(LooksForIdentifiers, EditingForm):
        said = TextAreaField(...)

The first sending of a text in which something looks like an identifier is answered with what was
found and a tick box; sent again with the tick it is saved. It warns and never blocks: a person
knows whether somebody can be recognised. `careful` of templates/standards/_careful.html shows a
field with the warning; `form.answers()` leaves the tick out.
"""

from typing import Any

from wtforms import BooleanField, TextAreaField

from portal.standards.identifiers import Found, found

CHECKED = "I have checked: nobody can be recognised from this"
MOST_SHOWN = 12


def in_words(findings: list[Found]) -> list[str]:
    """What was found, each kind with its words once: at most a dozen, for a person to read."""
    said = dict.fromkeys((one.words.strip(), one.kind) for one in findings)
    return [f"{words} looks like {kind}" for words, kind in list(said)[:MOST_SHOWN]]


class LooksForIdentifiers:
    """What a form gains that looks through its texts; stands before the form's own class.

    `careful_fields` names the fields that are looked through; without it every box of more than
    one line is. `name_known` is the name of whom the texts are openly about, and is no warning.
    """

    careful_fields: tuple[str, ...] = ()
    name_known = ""
    is_checked = BooleanField(CHECKED)

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether the form can be saved: what looks like an identifier needs the tick."""
        form: Any = self
        is_valid = bool(super().validate(extra_validators))  # type: ignore[misc]
        if form.is_checked.data:
            return is_valid
        for field in self._looked_through():
            said = in_words(found(field.data or "", about=self.name_known))
            if said:
                field.errors = [*field.errors, _warning(said)]
                form.is_checked.found = True
                is_valid = False
        return is_valid

    def answers(self) -> dict[str, Any]:
        """What the person answered, without the tick."""
        given: dict[str, Any] = super().answers()  # type: ignore[misc]
        return {name: value for name, value in given.items() if name != "is_checked"}

    @property
    def asks_to_check(self) -> bool:
        """Whether the tick box is shown: something was found, or it is ticked already."""
        tick: Any = self.is_checked
        return bool(tick.data or getattr(tick, "found", False))

    def _looked_through(self) -> list[Any]:
        form: Any = self
        if self.careful_fields:
            return [form[name] for name in self.careful_fields]
        return [field for field in form if isinstance(field, TextAreaField)]


def _warning(said: list[str]) -> str:
    listed = "; ".join(said)
    return f"{listed}. Take it out, or tick below that nobody can be recognised from this."
