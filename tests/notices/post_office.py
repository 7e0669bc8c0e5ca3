"""A mail server in a thread, as good or as bad as a test needs it."""

import socket
import socketserver
import threading
import time
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any


@dataclass
class PostOffice:
    """What arrived, and how the server behaves."""

    refuses: bool = False  # answers 451 to every mail
    hangs_up: bool = False  # closes the line when the mail has been handed over
    seconds: float = 0.0  # how long it takes to accept
    arrived: list[EmailMessage] = field(default_factory=list)
    port: int = 0

    @property
    def url(self) -> str:
        """What MAIL_URL says to reach it."""
        return f"smtp://127.0.0.1:{self.port}"


class Counter(socketserver.StreamRequestHandler):
    """One conversation in the words of SMTP (RFC 5321)."""

    office: PostOffice

    def say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())

    def handle(self) -> None:
        self.say("220 post office")
        while line := self.rfile.readline():
            word = line.split(None, 1)[0].upper() if line.strip() else b""
            if word == b"DATA":
                self.take()
            elif word == b"QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 fine")

    def take(self) -> None:
        self.say("354 go on")
        lines: list[bytes] = []
        while (line := self.rfile.readline()) not in {b".\r\n", b""}:
            lines.append(line)
        time.sleep(self.office.seconds)
        if self.office.hangs_up:
            self.connection.shutdown(socket.SHUT_RDWR)
        elif self.office.refuses:
            self.say("451 not now")
        else:
            mail: Any = message_from_bytes(b"".join(lines), policy=policy.default)
            self.office.arrived.append(mail)
            self.say("250 taken")


def opened(office: PostOffice) -> socketserver.ThreadingTCPServer:
    """Open the office on a free port; `shutdown` and `server_close` close it."""
    counter = type("OwnCounter", (Counter,), {"office": office})
    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), counter)
    server.daemon_threads = True
    office.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    return server
