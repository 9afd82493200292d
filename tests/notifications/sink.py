"""A mail server for tests: real SMTP on a socket, told per mailbox how to behave."""

import email
import email.policy
import socket
import time
from collections import Counter

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP


class Sink:
    """Keeps what arrives; `rules` maps a mailbox to a reply, "drop" or a delay in seconds.

    A rule may be a list: one entry is used up per mail, after that everything is taken.
    """

    def __init__(self) -> None:
        self.arrived: list[email.message.EmailMessage] = []
        self.envelopes: list[tuple[str, list[str]]] = []
        self.rules: dict[str, list] = {}
        self.at_rcpt: dict[str, str] = {}
        self.connections = 0
        self._controller: Controller | None = None

    def start(self, port: int = 0) -> None:
        self.port = port or free_port()
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port, ready_timeout=10)
        self._controller.start()

    def stop(self) -> None:
        if self._controller:
            self._controller.stop(no_assert=True)
            self._controller = None

    async def handle_EHLO(self, server: SMTP, session, envelope, hostname, responses):
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(self, server: SMTP, session, envelope, address, options):
        if address in self.at_rcpt:
            return self.at_rcpt[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session, envelope):
        rules = self.rules.get(envelope.rcpt_tos[0], [])
        rule = rules.pop(0) if rules else None
        if rule == "drop":
            server.transport.abort()
            return "421 gone"
        if isinstance(rule, str):
            return rule
        if isinstance(rule, int | float):
            # Blocks this connection only for as long as a slow server would.
            import asyncio

            await asyncio.sleep(rule)
        self.envelopes.append((envelope.mail_from, list(envelope.rcpt_tos)))
        self.arrived.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        return "250 OK"

    def ids(self) -> Counter:
        return Counter(message["Message-ID"] for message in self.arrived)

    def wait_for(self, count: int, seconds: float = 90) -> None:
        deadline = time.monotonic() + seconds
        while len(self.arrived) < count and time.monotonic() < deadline:
            time.sleep(0.05)
        assert len(self.arrived) >= count, f"{len(self.arrived)} of {count} mails arrived"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
