"""Ownership: which system knows a field of a person best, the staff list or the portal.

A staff list fills what the portal does not know. What the portal owns it never overwrites; what
the staff list owns, it corrects. An organisation chooses for each field; these are the first
answers: the portal owns what people themselves say here, the staff list what payroll decides. A day
of qualifying that the worker has confirmed is theirs, whoever owns the field.
"""

OWNABLE = (
    "title", "given_names", "family_name", "known_as", "email", "registration_number",
    "qualified_on", "service_started_on", "base", "working_days",
)  # fmt: skip
PORTAL_OWNS_AT_FIRST = ("known_as", "email", "base", "working_days")
ALWAYS_THE_PORTALS = ("email",)  # people sign in with it

# What each field is called, and what helps to decide who keeps it.
TITLES = {
    "title": ("Title", "Mr, Ms, Dr."),
    "given_names": ("Given names", "As in their contract."),
    "family_name": ("Family name", "As in their contract, where it changes first."),
    "known_as": ("Known as", "What colleagues call them. People say it here themselves."),
    "email": ("Work e-mail", "People sign in with it."),
    "registration_number": ("Social Work England number", "As in the register."),
    "qualified_on": (
        "Qualified on",
        "A day that the worker has confirmed stays as it is, whoever keeps the field.",
    ),
    "service_started_on": ("Continuous service from", "Payroll counts it for leave and pay."),
    "base": ("Base", "Where they usually work. People say it here themselves."),
    "working_days": ("Working days", "People say it here themselves."),
}
