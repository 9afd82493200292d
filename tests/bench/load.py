"""The load: so many clients, each asking again as soon as it is answered. Run as a process of its own.

    python -m tests.bench.load HOST PORT CLIENTS SECONDS COOKIE < addresses

Reads one address per line and goes through them in turn; prints one JSON object.
"""

import asyncio
import json
import math
import sys
import time
from itertools import cycle

WARM_UP = 3.0  # seconds that do not count, at least
ROUNDS = 4  # and so many times every address, so that each worker has met it
PATIENCE = 60.0  # seconds, after which counting begins whatever has been answered


class Client(asyncio.Protocol):
    """One connection that is kept open, with one request on its way."""

    def __init__(self, run: "Run") -> None:
        self.run = run
        self.head = bytearray()
        self.missing = -1

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        self.ask()

    def ask(self) -> None:
        self.head.clear()
        self.missing = -1
        self.asked_at = time.perf_counter()
        self.transport.write(next(self.run.requests))  # type: ignore[attr-defined]

    def data_received(self, data: bytes) -> None:
        if self.missing < 0:
            self.head += data
            end = self.head.find(b"\r\n\r\n")
            if end < 0:
                return
            self.missing = self.run.length_of(bytes(self.head[:end])) - (len(self.head) - end - 4)
        else:
            self.missing -= len(data)
        if self.missing == 0:
            self.run.answered(self.asked_at)
            if not self.run.over:
                self.ask()

    def connection_lost(self, problem: Exception | None) -> None:
        if not self.run.over:
            self.run.lost += 1
            self.run.connecting = asyncio.ensure_future(self.run.connect())


class Run:
    def __init__(self, host: str, port: int, addresses: list[str], seconds: float, cookie: str) -> None:
        self.host, self.port, self.seconds = host, port, seconds
        headers = [f"Host: {host}", "Accept-Encoding: gzip"] + ([f"Cookie: {cookie}"] if cookie else [])
        rest = "".join(f"{header}\r\n" for header in headers)
        self.requests = cycle([f"GET {address} HTTP/1.1\r\n{rest}\r\n".encode() for address in addresses])
        self.times: list[float] = []
        # With a cookie nothing is kept, so there is nothing to warm.
        self.enough = 0 if cookie else ROUNDS * len(addresses)
        self.failed = self.lost = self.warmed = 0
        self.over = False

    def length_of(self, head: bytes) -> int:
        if not head.startswith(b"HTTP/1.1 200 "):
            self.failed += 1
        for line in head.lower().split(b"\r\n"):
            if line.startswith(b"content-length:"):
                return int(line[15:])
        raise ValueError("The server sent no length.")

    def answered(self, asked_at: float) -> None:
        if asked_at >= self.begun:
            self.times.append(time.perf_counter() - asked_at)
        else:
            self.warmed += 1

    async def connect(self) -> None:
        await asyncio.get_running_loop().create_connection(lambda: Client(self), self.host, self.port)

    async def warm_up(self) -> None:
        deadline = time.perf_counter() + PATIENCE
        await asyncio.sleep(WARM_UP)
        while self.warmed < self.enough and time.perf_counter() < deadline:
            await asyncio.sleep(0.1)

    async def go(self, clients: int) -> dict[str, float]:
        self.begun = math.inf
        for _ in range(clients):
            await self.connect()
        await self.warm_up()
        self.begun = time.perf_counter()
        await asyncio.sleep(self.seconds)
        self.over = True
        times = sorted(self.times)
        if not times:
            raise SystemExit("The server answered nothing.")
        return {
            "per_second": len(times) / self.seconds,
            "median_ms": times[len(times) // 2] * 1000,
            "p95_ms": times[int(len(times) * 0.95)] * 1000,
            "answered": self.warmed + len(times),
            "failed": self.failed,
            "lost": self.lost,
        }


def main() -> None:
    host, port, clients, seconds, cookie = sys.argv[1:6]
    run = Run(host, int(port), sys.stdin.read().split(), float(seconds), cookie)
    print(json.dumps(asyncio.run(run.go(int(clients)))))


if __name__ == "__main__":
    main()
