"""What every answer says about itself: what may run, what may be kept, who may frame it."""

from flask import Flask, Response, current_app, g

SCRIPT_HASH = "sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw="
POLICY = "; ".join(
    (
        "default-src 'none'",
        f"script-src 'self' '{SCRIPT_HASH}'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "object-src 'none'",
    )
)
FIXED = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
A_YEAR = 365 * 24 * 3600


def init_app(app: Flask) -> None:
    """Put the headers on every answer, errors and static files among them."""
    app.after_request(_state)


def _state(response: Response) -> Response:
    response.headers.update(FIXED)
    if current_app.config["HTTPS"]:
        response.headers["Strict-Transport-Security"] = f"max-age={A_YEAR}; includeSubDomains"
    if not response.cache_control.public:
        response.headers["Cache-Control"] = "no-store"
        response.vary.update(("HX-Request", "Cookie"))
    ends = g.get("session_ends")
    if ends:
        response.headers["X-Session-Ends"] = ends
    return response
