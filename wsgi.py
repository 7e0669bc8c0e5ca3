"""The application, for the server and for `flask --app wsgi`."""

from portal import create_app
from portal.demo import refuse_mixture

app = create_app()
refuse_mixture(app)
