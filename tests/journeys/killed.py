"""Prepares the database of a server that is to be killed: prints a session's cookie and a piece."""

from portal import create_app
from portal.database import Base, db
from portal.identity import sessions
from portal.identity.models import Account
from portal.standards import operations
from tests.cast import gather


def prepare() -> tuple[str, str]:
    """Tables, the standing cast, an empty piece of theirs who is newly qualified."""
    app = create_app()
    with app.app_context():
        Base.metadata.create_all(db.engine)
        cast = gather()
        piece = operations.start_piece(cast.nqsw, kind="reflection", title="A visit")
        account = db.session.query(Account).filter_by(person_id=cast.nqsw.id).one()
        token = sessions.start_session(account, "Chromium on Linux", "127.0.0.1")
        db.session.commit()
        signer = app.session_interface.get_signing_serializer(app)
        return str(signer.dumps({"_user_id": token})), str(piece.id)


if __name__ == "__main__":
    print(*prepare())
