"""Where the demo can be reached."""

import http.client
import socket

from skoleplus.environment import Misconfigured


def addresses(port: int) -> list[str]:
    """Every way `localhost` is understood on this machine.

    Raises:
        Misconfigured: somebody else listens there.
    """
    found = []
    for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        if family == socket.AF_INET6 and not has_ipv6():
            continue
        check_free(family, host, port)
        found.append(f"[{host}]:{port}" if ":" in host else f"{host}:{port}")
    return found


def has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True


def check_free(family: socket.AddressFamily, host: str, port: int) -> None:
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen()
        except PermissionError:
            raise Misconfigured(f"Port {port} is only for root. Choose one above 1023 with --port.") from None
        except OSError:
            raise Misconfigured(
                f'Port {port} is in use. Choose another one: make demo ARGS="--port {port + 1000}".'
            ) from None


def mail_socket() -> socket.socket:
    """A bound socket for the demo's mail server, on whatever port is free."""
    bound = socket.socket()
    bound.bind(("127.0.0.1", 0))
    return bound


def is_healthy(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
