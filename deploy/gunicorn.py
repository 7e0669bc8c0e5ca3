"""How the production server runs: one process a core, loaded once, stopped without losing a word.

Behind a buffering proxy (PORTAL_PROXIES set) plain workers are fastest. Without one, browsers
open connections ahead of need, so each worker waits for requests with a few threads.
"""

import gc
import os

bind = f"127.0.0.1:{os.environ.get('PORT', '5000')}"
workers = max(2, os.cpu_count() or 2)
worker_class = "sync" if os.environ.get("PORTAL_PROXIES", "0") != "0" else "gthread"
threads = 1 if worker_class == "sync" else 4
preload_app = True
timeout = 120
graceful_timeout = 30
loglevel = "warning"
control_socket_disable = True


def when_ready(server):  # type: ignore[no-untyped-def]
    """Say where the portal is and how to sign in, once it can be opened."""
    gc.collect()
    gc.freeze()
    print(f"\nTandem is at http://{bind}", flush=True)
    if os.environ.get("PORTAL_DEMO") == "1":
        print("Open it and choose somebody to be, or sign in as nqsw@riverside.example")
        print("with the password tandem-demo. Stop with Ctrl+C.\n", flush=True)


def post_fork(server, worker):  # type: ignore[no-untyped-def]
    """Each worker opens its own connections to the database."""
    from portal.database import db
    from wsgi import app

    with app.app_context():
        db.engine.dispose(close=False)
