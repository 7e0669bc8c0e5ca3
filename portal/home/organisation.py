"""The page of the organisation: where its people, its roles and its settings are kept.

Pure: what there is, in groups; the view leaves out what its reader may not open.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """One way on: the page, its name, what it is in a line, and the figure that belongs to it."""

    endpoint: str
    title: str
    line: str
    figure: str = ""


GROUPS: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    (
        "People",
        (
            Entry("people.directory", "Directory", "Everybody who works here", "people"),
            Entry(
                "people.choose_staff_list",
                "Bring a staff list in",
                "What the payroll system gives, with a look before anything changes",
            ),
            Entry(
                "people.staff_list",
                "Take the staff list away",
                "The posts of today as a file that can be brought in again",
            ),
            Entry("people.add_person", "Somebody joins", "Add one person without a staff list"),
            Entry("people.units", "Units and teams", "How the organisation is made up", "teams"),
            Entry("people.data_quality", "Data quality", "What is missing or does not fit"),
            Entry("people.registrations", "Registrations", "Check social workers’ registration"),
            Entry(
                "learning.due", "What is due", "Registrations, approvals and training that expire"
            ),
        ),
    ),
    (
        "Roles and access",
        (
            Entry("home.access_matrix", "Who may see what", "Every page with its rule in words"),
            Entry("people.holders", "Who holds which role", "And giving one to several people"),
            Entry(
                "identity.invitations",
                "Invitations",
                "Let people sign in, one or two hundred at once",
                "uninvited",
            ),
        ),
    ),
    (
        "Settings",
        (
            Entry("home.first_steps", "First steps", "What an organisation begins with", "steps"),
            Entry("people.organisation_name", "Name", "What the organisation is called here"),
            Entry("home.nation", "Bank holidays", "Whose are no working days here"),
            Entry(
                "people.local_drafts",
                "Local drafts",
                "Whether unsaved words may wait on people’s own computers",
            ),
            Entry(
                "people.safety_numbers",
                "Numbers about safety",
                "Whom to call if somebody may come to harm",
            ),
            Entry("people.areas", "Areas", "Switch induction, coaching and pathways on or off"),
            Entry(
                "people.field_owners",
                "Fields and who keeps them",
                "Which a staff list overwrites, and which it leaves alone",
            ),
            Entry("induction.programmes", "Programmes", "What enrolling somebody gives"),
            Entry(
                "practices.all_practices",
                "Practices under contract",
                "Contracts with practices or with councils, and their totals",
            ),
        ),
    ),
)
