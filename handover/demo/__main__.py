"""`make demo`: everything the portal needs, on this machine, until Ctrl-C.

This process starts the others and ends them. It reads no settings and opens no database, so that it is there
at once and stays small.
"""

import argparse
import contextlib
import os
import signal
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import NoReturn

from handover.demo import assets, ports, processes
from handover.demo.processes import Child
from handover.demo.reset import empty_database, refuse_foreign_database
from skoleplus import embedded
from skoleplus.embedded.keeper import die_with_parent
from skoleplus.embedded.neighbour import claim
from skoleplus.embedded.place import check_space, plain_words
from skoleplus.environment import Misconfigured
from skoleplus.serving import web_command

BASE_DIR = Path(__file__).resolve().parents[2]
PYTHON = sys.executable
START_SECONDS = 60


class Stop(BaseException):
    """Somebody asked the demo to end."""


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make demo", description="Run the portal with demo data.")
    parser.add_argument("--port", type=int, default=8000, help="where the portal answers (8000)")
    parser.add_argument("--reset", action="store_true", help="start from an empty database")
    parser.add_argument(
        "--follow", action="store_true", help="end when the process that started this one ends"
    )
    options = parser.parse_args()
    if not 0 < options.port < 65536:
        parser.error("--port is a number from 1 to 65535")
    return options


def say(text: str = "") -> None:
    # When the terminal has gone, what we do goes on without it.
    with contextlib.suppress(OSError):
        print(text, flush=True)  # noqa: T201


class Demo:
    """The demo's steps, in their order.

    Args:
        options: from the command line.
        data_dir: where logs, mails and pictures are.
    """

    def __init__(self, options: argparse.Namespace, data_dir: Path) -> None:
        self.port: int = options.port
        self.reset: bool = options.reset
        self.data_dir = data_dir
        self.children: list[Child] = []
        self.started = time.monotonic()
        self.mail_socket = ports.mail_socket()

    @property
    def site(self) -> str:
        return f"http://localhost:{self.port}"

    def shared(self) -> dict[str, str]:
        """What other commands of this folder take over from us."""
        return {"SITE_URL": self.site, "EMAIL_URL": f"smtp://127.0.0.1:{self.mail_socket.getsockname()[1]}"}

    def run(self) -> NoReturn:
        with ExitStack() as stack:
            stack.enter_context(claim(self.data_dir, self.shared()))
            addresses = ports.addresses(self.port)
            stack.callback(self.end)
            os.environ.update(self.shared(), SKOLEPLUS_ENV="demo", SKOLEPLUS_DATA_DIR=str(self.data_dir))
            # Five processes of the same code start at once: let the first compile it for all.
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
            self.prepare()
            self.serve(addresses)
            self.announce()
            self.watch()

    def prepare(self) -> None:
        """Servers, database, static files."""
        if self.reset:
            refuse_foreign_database()
        say("PostgreSQL and Redis ...")
        embedded.ensure_running(BASE_DIR)
        if self.reset:
            say("Emptying the database ...")
            empty_database(self.data_dir)
        say(f"    {self.seconds()}")
        collected = assets.are_collected(BASE_DIR, self.data_dir)
        if not collected:  # beside the database, on another core
            static = self.start("static files", "manage.py", "collectstatic", "--no-input", "--verbosity=0")
        self.finish(self.start("demo data", "manage.py", "prepare_demo", on_terminal=True))
        if not collected:
            say("Static files ...")
            self.finish(static)
            assets.remember(BASE_DIR, self.data_dir)

    def finish(self, child: Child) -> None:
        """Wait for a process that is meant to end.

        Raises:
            Misconfigured: it failed.
        """
        if child.process.wait():
            check_space(self.data_dir)
            raise Misconfigured(child.failure())
        self.children.remove(child)

    def serve(self, addresses: list[str]) -> None:
        """The processes that stay."""
        say("Web server, worker, beat, mail server ...")
        self.mail_socket.set_inheritable(True)
        handle = self.mail_socket.fileno()
        mails = str(self.data_dir / "mail")
        self.start("mail server", "-m", "handover.demo.sink", mails, str(handle), keep_open=[handle])
        web = Child("web server", web_command(addresses), log=self.log("web server"))
        self.children.append(web)
        deadline = time.monotonic() + START_SECONDS
        while not ports.is_healthy(self.port):
            self.check()
            if time.monotonic() > deadline:
                raise Misconfigured(f"The web server does not answer. Log: {web.log}")
            time.sleep(0.05)
        celery = ("-m", "celery", "--app", "skoleplus.celery")
        self.start("worker", *celery, "worker", "--concurrency=2", "--without-mingle", "--without-gossip")
        self.start("beat", *celery, "beat", "--schedule", str(self.data_dir / "beat"), "--pidfile=")

    def start(
        self, name: str, *arguments: str, on_terminal: bool = False, keep_open: list[int] | None = None
    ) -> Child:
        log = None if on_terminal else self.log(name)
        child = Child(name, [PYTHON, *arguments], log=log, keep_open=keep_open or [])
        self.children.append(child)
        return child

    def log(self, name: str) -> Path:
        folder = self.data_dir / "log"
        folder.mkdir(exist_ok=True)
        return folder / f"{name.replace(' ', '-')}.log"

    def announce(self) -> None:
        from handover.demo.people import PASSWORD, PEOPLE

        say(f"\nSkoleplus is ready after {self.seconds()}: {self.site}\n")
        for person in PEOPLE:
            say(f"  {person.role:<28}{person.email:<28}{PASSWORD}{'  + code' if person.code else ''}")
        say(f"\n  Logins and one-time codes   {self.site}/demo/")
        say(f"  The demo's mails            {self.site}/demo/mail/")
        say(f"\nCtrl-C ends everything. Logs: {self.data_dir / 'log'}")

    def watch(self) -> NoReturn:
        while True:
            self.check()
            time.sleep(0.5)

    def check(self) -> None:
        """Raises:
        Misconfigured: a process ended that should not have.
        """
        for child in self.children:
            if not child.running:
                check_space(self.data_dir)
                raise Misconfigured(child.failure())

    def end(self) -> None:
        """End everything we started, and the servers if nobody else uses them."""
        for signum in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(signum, signal.SIG_IGN)
        processes.stop(self.children)
        embedded.leave()

    def seconds(self) -> str:
        return f"{time.monotonic() - self.started:.1f} s"


def main() -> int:
    def asked(*_: object) -> None:
        raise Stop

    options = read_options()
    for signum in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(signum, asked)
    if options.follow:
        die_with_parent(signal.SIGTERM)
    try:
        data_dir = embedded.data_dir(BASE_DIR)
        with plain_words(data_dir):
            data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
            check_space(data_dir)
            Demo(options, data_dir).run()
    except Stop:
        say("\nEverything has ended.")
    return 0


if __name__ == "__main__":
    os.chdir(BASE_DIR)
    sys.exit(main())
