"""Chooses ports for the system, the default ones where they are free; with --closed, checks that nothing listens on them."""

import socket
import sys

USUAL = {
    "cchc.plan.port": 8081,
    "cchc.reporting.port": 8082,
    "cchc.feedback.port": 8083,
    "cchc.plan.management.port": 9081,
    "cchc.reporting.management.port": 9082,
    "cchc.feedback.management.port": 9083,
    "cchc.postgres.port": 5432,
    "cchc.kafka.port": 9092,
}


def is_free(port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("", port))
        except OSError:
            return False
        return True


def another():
    with socket.socket() as probe:
        probe.bind(("", 0))
        return probe.getsockname()[1]


if sys.argv[1:2] == ["--closed"]:
    still = [option for option in sys.argv[2:] if not is_free(int(option.split("=")[1]))]
    if still:
        sys.exit("still in use: " + ", ".join(still))
else:
    for name, usual in USUAL.items():
        print(f"-D{name}={usual if is_free(usual) else another()}")
