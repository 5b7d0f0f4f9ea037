"""The running system of `mvn -Pup` on this machine, for the checks beside this file: HTTP, clocks, processes."""
import json
import os
import signal
import sys
import time
import urllib.error
import urllib.request
import uuid
from urllib.parse import urlsplit


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)


class System:
    def __init__(self, access_file):
        with open(access_file, encoding="utf-8") as file:
            access = json.load(file)
        self.services, self.tokens = access["services"], access["tokens"]
        for address in self.services.values():
            if urlsplit(address).hostname not in ("localhost", "127.0.0.1"):
                sys.exit(f"{address} is not this machine")

    def call(self, method, service, path, role=None, body=None, address=None, timeout=30, **headers):
        """Headers are named with underscores; a status of 0 is no answer."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request((address or self.services[service]).rstrip("/") + path, data=data, method=method)
        if data is not None:
            request.add_header("Content-Type", "application/json")
        if role is not None:
            request.add_header("Authorization", "Bearer " + self.tokens[role])
        for name, value in headers.items():
            request.add_header(name.replace("_", "-"), value)
        try:
            with urllib.request.urlopen(request, timeout=timeout) as response:
                return Answer(response.status, response.headers, response.read())
        except urllib.error.HTTPError as error:
            return Answer(error.code, error.headers, error.read())
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            return Answer(0, {}, b"")

    def get(self, service, path, role=None):
        answer = self.call("GET", service, path, role)
        if answer.status != 200:
            sys.exit(f"GET {path} answered {answer.status}: {answer.body[:300]!r}")
        return answer.json

    def change(self, service, path, resource, role, body, **headers):
        """A change of state by staff, on the version that stands now."""
        etag = self.call("GET", service, path, role).headers["ETag"]
        return self.call("POST", service, f"{path}/{resource}", role, body, If_Match=etag, **headers)

    def everything(self, service, path, role):
        """All items of a list, page by page; the path has a query already."""
        items, cursor = [], ""
        while cursor is not None:
            page = self.get(service, path + cursor, role)
            items += page["items"]
            cursor = None if page.get("next") is None else "&cursor=" + page["next"]
        return items

    def clock(self, now, services=None):
        for service in services or self.services:
            answer = self.call("PUT", service, "/local/training-clock", body={"now": now})
            if answer.status != 200:
                sys.exit(f"the clock of {service} cannot be set to {now}: {answer.status} {answer.body!r}")

    def hand_in(self, authority, content, address=None, timeout=30):
        body = {
            "authorityId": authority,
            "content": content,
            "sender": {"name": "Nguyễn Văn Thử", "address": "Thôn Dỗi", "phone": "0900 000 098"},
        }
        return self.call("POST", "feedback", "/api/v1/feedback", body=body, address=address, timeout=timeout,
                         Idempotency_Key=str(uuid.uuid4()))

    def process(self, service):
        """The id of the process that listens for a service."""
        port = f"-Dquarkus.http.port={urlsplit(self.services[service]).port}".encode()
        for entry in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open(f"/proc/{entry}/cmdline", "rb") as file:
                    if port in file.read().split(b"\0"):
                        return int(entry)
            except OSError:
                continue
        sys.exit(f"no process of {service} is found")


class Frozen:
    """A process that gets no time, as on a machine that hangs."""

    def __init__(self, process):
        self.process = process

    def __enter__(self):
        os.kill(self.process, signal.SIGSTOP)
        return self

    def __exit__(self, *_):
        os.kill(self.process, signal.SIGCONT)


CHECKED = 0


def check(what, actual, expected):
    global CHECKED
    CHECKED += 1
    if actual != expected:
        sys.exit(f"FAILED {what}: expected {expected!r}, got {actual!r}")
    print(f"  ok  {what}: {actual!r}")


def eventually(what, look, expected, seconds=30):
    """As check, for what comes by an event. Tells how long it took."""
    begun = time.monotonic()
    while (seen := look()) != expected and time.monotonic() - begun < seconds:
        time.sleep(0.1)
    check(what, seen, expected)
    print(f"      after {time.monotonic() - begun:.1f} s")
