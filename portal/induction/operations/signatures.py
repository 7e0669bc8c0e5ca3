"""Signing a text, each for themself, and voiding signatures when the text changes."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol
from uuid import UUID

from portal import audit, notices
from portal.clock import now
from portal.database import db
from portal.induction import signing
from portal.induction.entry import NotPossibleError
from portal.induction.models import Induction, Signature, SignedText
from portal.induction.queries import agreements as agreement_queries
from portal.induction.queries import signatures as signature_queries
from portal.people.models import Person


class StaleTextError(NotPossibleError):
    """The text is no longer what the person read before signing."""


class Signable(Protocol):
    """A record that people sign."""

    @property
    def id(self) -> UUID:
        """Its id."""

    @property
    def organisation_id(self) -> UUID:
        """Whose it is."""

    @property
    def __tablename__(self) -> str:
        """What kind of record it is."""

    @property
    def induction(self) -> Induction:
        """The year it belongs to."""

    @property
    def text(self) -> list[signing.Section]:
        """What is signed, part by part."""


Deed = tuple[str, Any, dict[str, Any]]


def sign(
    by: Person,
    subject: Signable,
    *,
    party: str,
    digest: str,
    statement: str,
    parties: Sequence[str],
    given: Sequence[Signature] | None = None,
    when_whole: Callable[[], list[Deed]] = list,
) -> bool:
    """Put a person's own signature on the text they read; say whether all have now signed.

    The second time changes nothing. `given` are the signatures on it, where they were just asked
    for; `when_whole` does what the last signature brings with it, and answers what the trail says
    of that. Raises StaleTextError where the text is no longer the one of
    `digest`, so that nobody signs what they have not read.
    """
    words = signing.canonical(subject.text)
    if signing.digest_of(words) != digest:
        raise StaleTextError(signing.CHANGED)
    given = list(signature_queries.signatures_of([subject.id]) if given is None else given)
    if party not in signing.standing(given, digest):
        kept = next((one.text_id for one in given if one.digest == digest), None)
        text_id = kept or _kept(subject, words, digest).id
        for old in given:  # of this party, on words that are no longer there
            if old.party == party and old.voided_at is None:
                old.voided_at, old.voided_why = now(), "The text was changed"
        db.session.flush()
        signature = _signature(by, subject, text_id, digest, party, statement)
        db.session.add(signature)
        given.append(signature)
        deeds: list[Deed] = [("induction.text_signed", subject, {"party": party, "digest": digest})]
        if not signing.missing(given, digest, parties):
            deeds += when_whole()
        audit.record_deeds(by, deeds)
    return not signing.missing(given, digest, parties)


def void(
    by: Person, subject: Signable, why: str, given: Sequence[Signature] | None = None
) -> list[Signature]:
    """Make every signature on a record void, because its words changed; answer which they were."""
    given = signature_queries.signatures_of([subject.id]) if given is None else given
    stood = [one for one in given if one.voided_at is None]
    for one in stood:
        one.voided_at, one.voided_why = now(), why
    if stood:
        ids = [str(one.id) for one in stood]
        audit.record(by, "induction.signatures_voided", subject, signatures=ids)
    return stood


def tell_the_three(
    by: Person, induction: Induction, said: Callable[[Person], str], *, link: str, about: Signable
) -> None:
    """Tell the person, the assessor and the manager, whoever of them did not do it."""
    manager = agreement_queries.manager_of(induction)
    three = {one.id: one for one in (induction.person, induction.assessor, manager) if one}
    for one in three.values():
        if one.id != by.id:
            notices.tell(one, said(one), link=link, about=about)


def _kept(subject: Signable, words: str, digest: str) -> SignedText:
    text = SignedText(
        organisation_id=subject.organisation_id,
        induction_id=subject.induction.id,
        subject_type=subject.__tablename__,
        subject_id=subject.id,
        digest=digest,
        words=words,
        kept_at=now(),
    )
    db.session.add(text)
    db.session.flush()
    return text


def _signature(
    by: Person, subject: Signable, text_id: UUID, digest: str, party: str, statement: str
) -> Signature:
    return Signature(
        organisation_id=subject.organisation_id,
        text_id=text_id,
        subject_id=subject.id,
        digest=digest,
        person_id=by.id,
        party=party,
        name=by.name,
        role=signing.ROLES[party],
        statement=statement,
        signed_at=now(),
    )
