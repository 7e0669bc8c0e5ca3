"""What people fill in to sign in, to choose a password, and to say how they like to read."""

from typing import Any

from flask import current_app
from wtforms import EmailField, HiddenField, PasswordField, RadioField, SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length, ValidationError

from portal.identity import breached, passwords
from portal.identity.models import Account
from portal.web.forms import CreatingForm, PortalForm

MOST_AT_ONCE = 200
LONGEST_EMAIL = 254  # RFC 5321, 4.5.3.1.3
NEW = {"autocomplete": "new-password"}
CURRENT = {"autocomplete": "current-password"}


def tidy(email: str | None) -> str:
    """An address as accounts keep it: without blanks round it, in lower case."""
    return (email or "").strip().lower()


class EmailForm(PortalForm):
    """Who asks."""

    email = EmailField(
        "E-mail address",
        [
            DataRequired("Enter your e-mail address"),
            Length(max=LONGEST_EMAIL, message="Enter an e-mail address of at most 254 characters"),
        ],
        filters=[tidy],
        render_kw={"autocomplete": "username", "spellcheck": "false"},
    )


class SignInForm(EmailForm):
    """Who signs in, where they were going, and what they had typed."""

    password = PasswordField(
        "Password", [InputRequired("Enter your password")], render_kw=dict(CURRENT)
    )
    next = HiddenField()
    carried = HiddenField()


class ConfirmationForm(PortalForm):
    """That it is still the same person, where they were going, and what they had typed."""

    password = PasswordField(
        "Password", [InputRequired("Enter your password")], render_kw=dict(CURRENT)
    )
    next = HiddenField()
    carried = HiddenField()


def _new_password() -> PasswordField:
    return PasswordField(
        "New password",
        [InputRequired("Enter a new password")],
        description="At least 12 characters. Three or four words that do not belong together "
        "make a good one. Spaces are welcome, and you can paste it.",
        render_kw=dict(NEW),
    )


class NewPasswordForm(PortalForm):
    """A password to use from now on. Give it the account whose names it must not hold."""

    password = _new_password()

    def __init__(self, account: Account, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account = account

    def validate_password(self, field: PasswordField) -> None:
        """Say why the password cannot be used."""
        person = self.account.person
        context = passwords.context_words(
            person.given_names,
            person.family_name,
            person.known_as,
            person.organisation.name,
            self.account.email,
        )
        is_breached = breached.list_of(current_app.config.get("PASSWORD_HASHES"))
        reason = passwords.refusal(field.data or "", context=context, is_breached=is_breached)
        if reason:
            raise ValidationError(reason)


class ChangePasswordForm(NewPasswordForm):
    """The password used until now, and the one to use from now on."""

    current_password = PasswordField(
        "Current password", [InputRequired("Enter your current password")], render_kw=dict(CURRENT)
    )
    password = _new_password()  # again, so that it comes after the current one


class AddressForm(CreatingForm):
    """The two addresses as the person saw them who pressed the button."""

    before = HiddenField()
    email = HiddenField()

    def look_at(self, before: str, email: str | None) -> None:
        """Show these two."""
        self.before.data, self.email.data = before, email or ""

    def is_about(self, before: str, email: str | None) -> bool:
        """Whether they are still what was seen."""
        return bool((self.before.data, self.email.data) == (before, email or ""))


class InvitingForm(CreatingForm):
    """The people to invite at once."""

    people = SelectMultipleField(
        "People to invite",
        [InputRequired("Tick at least one person")],
        choices=[],
        validate_choice=False,
    )

    def validate_people(self, field: SelectMultipleField) -> None:
        """No more at once than a page of links can be handed over."""
        if len(field.data or ()) > MOST_AT_ONCE:
            raise ValidationError(f"Invite at most {MOST_AT_ONCE} people at once")


class ReadingForm(PortalForm):
    """How somebody likes to read: whoever saves last decides, and only they save."""

    font = RadioField(
        "Font",
        choices=[
            SelectChoice("", "Source Sans 3, as the portal comes"),
            SelectChoice("hyperlegible", "Atkinson Hyperlegible Next, made for low vision"),
        ],
    )
    spacing = RadioField(
        "Spacing",
        choices=[
            SelectChoice("", "As the portal comes"),
            SelectChoice("wide", "Wider, between letters, words and lines"),
        ],
    )
    background = RadioField(
        "Background",
        choices=[
            SelectChoice("", "White cards, as the portal comes"),
            SelectChoice("cream", "Cream"),
            SelectChoice("blue", "Pale blue"),
            SelectChoice("dark", "Dark, with light text"),
        ],
    )
