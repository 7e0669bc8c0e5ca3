"""A contact card: who somebody is and how to reach them at work, as telephones take it in.

The form is vCard 3.0 (RFC 2426), which every telephone and mail program reads. Nothing is on it
that colleagues do not see on the person's page. Whatever somebody typed is text: a line's end, a
comma, a semicolon and a backslash are written so that they end and part nothing.
"""

import re
from dataclasses import dataclass
from uuid import UUID

from portal.people.folding import fold
from portal.web.content_lines import folded


@dataclass(frozen=True, slots=True)
class Contact:
    """What a contact card says; what is empty is left out."""

    id: UUID
    given_name: str
    family_name: str
    organisation: str
    team: str = ""
    job_title: str = ""
    email: str = ""
    phone: str = ""

    @property
    def file_name(self) -> str:
        """What the file is called, in letters that every system keeps."""
        plain = fold(f"{self.given_name} {self.family_name}").encode("ascii", "ignore").decode()
        return f"{'-'.join(plain.split()) or 'colleague'}.vcf"


def written(contact: Contact) -> str:
    """The card as a file: lines that end as the standard says, the long ones folded."""
    name = f"{contact.given_name} {contact.family_name}".strip()
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"UID:urn:uuid:{contact.id}",
        f"N:{_text(contact.family_name)};{_text(contact.given_name)};;;",
        f"FN:{_text(name)}",
        f"ORG:{_text(contact.organisation)}" + (f";{_text(contact.team)}" if contact.team else ""),
    ]
    said = {
        "TITLE": contact.job_title,
        "EMAIL;TYPE=INTERNET,WORK": contact.email,
        "TEL;TYPE=WORK,VOICE": contact.phone,
    }
    lines += [f"{name}:{_text(value)}" for name, value in said.items() if value]
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCARD"])


def _text(value: str) -> str:
    """A value that is text and nothing else, on one line."""
    plain = re.sub(r"[\x00-\x1f\x7f\u0085\u2028\u2029\ud800-\udfff]+", " ", value).strip()
    return re.sub(r"([\\,;])", r"\\\1", plain)
