"""The demo's mail server: takes every mail and keeps it. `python -m handover.demo.sink FOLDER SOCKET`."""

import asyncio
import signal
import socket
import sys
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

from handover.demo.mailbox import store

LARGEST_MAIL = 20_000_000


class Keeper:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        content = envelope.original_content or b""
        try:
            store(self.folder, content)
        except OSError as error:
            return f"452 {error.strerror}"
        return "250 Kept"


async def serve(folder: Path, listening: socket.socket) -> None:
    """Take mails on a socket that somebody has bound for us, until asked to end."""
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, ended.set)
    keeper = Keeper(folder)
    server = await loop.create_server(
        lambda: SMTP(keeper, data_size_limit=LARGEST_MAIL, enable_SMTPUTF8=True), sock=listening
    )
    async with server:
        await ended.wait()


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1]), socket.socket(fileno=int(sys.argv[2]))))
