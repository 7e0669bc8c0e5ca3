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
