"""The running system of `mvn -Pup` on this machine, for the checks in this directory: HTTP, clocks, processes."""
import contextlib
import json
import os
import signal
import socket
import subprocess
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
        self.home = os.path.dirname(os.path.abspath(access_file))
        self.services, self.tokens = access["services"], access["tokens"]
        # A version without management port serves health and metrics on the API port.
        self.management = access.get("management", self.services)
        for address in [*self.services.values(), *self.management.values()]:
            if urlsplit(address).hostname not in ("localhost", "127.0.0.1"):
                sys.exit(f"{address} is not this machine")

    def call(self, method, service, path, role=None, body=None, address=None, timeout=30, **headers):
        """Sends a request; in header names, underscores stand for hyphens. Status 0 means no response."""
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

    def health(self, service, check, address=None):
        """The status of a health check (started, ready or live) at a management address; 0 means no response."""
        return self.call("GET", service, f"/q/health/{check}", address=address or self.management[service], timeout=5).status

    def get(self, service, path, role=None):
        answer = self.call("GET", service, path, role)
        if answer.status != 200:
            sys.exit(f"GET {path} answered {answer.status}: {answer.body[:300]!r}")
        return answer.json

    def change(self, service, path, resource, role, body, **headers):
        """A state transition by staff, with the current ETag as If-Match."""
        etag = self.call("GET", service, path, role).headers["ETag"]
        return self.call("POST", service, f"{path}/{resource}", role, body, If_Match=etag, **headers)

    def everything(self, service, path, role):
        """All items of a list, page by page; the path must have a query string."""
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

    def now(self, service="plan"):
        """The business time of a service."""
        return self.call("GET", service, "/local/training-clock").json["now"]

    def hand_in(self, authority, content, address=None, timeout=30, key=None):
        body = {
            "authorityId": authority,
            "content": content,
            "sender": {"name": "Nguyễn Văn Thử", "address": "Thôn Dỗi", "phone": "0900 000 098"},
        }
        return self.call("POST", "feedback", "/api/v1/feedback", body=body, address=address, timeout=timeout,
                         Idempotency_Key=key or str(uuid.uuid4()))

    def pending(self, service, address=None):
        """The number of changes that the broker has not acknowledged yet, from a management address; -1 while unknown."""
        return self.metric(service, "cchc_outbox_pending", address)

    def metric(self, service, name, address=None):
        """The sum of a metric over its labels; -1 while the service does not publish it."""
        lines = self.call("GET", service, "/q/metrics", address=address or self.management[service]).body.decode().splitlines()
        values = [float(line.split()[-1]) for line in lines if line.split("{")[0].split(" ")[0] == name]
        return sum(values) if values else -1

    def is_under_way(self):
        """Whether an event is not published or not consumed yet, or this is unknown."""
        return any(value != 0 for service in self.services
                   for value in (self.pending(service), self.metric(service, "cchc_events_lag")))

    def process(self, service):
        """The pid of the process that listens on a service's port."""
        return _process_with(f"-Dquarkus.http.port={urlsplit(self.services[service]).port}".encode())

    def command(self, service):
        """The command line of that process."""
        with open(f"/proc/{self.process(service)}/cmdline", "rb") as file:
            return [part.decode() for part in file.read().split(b"\0") if part]

    def setting(self, service, name):
        """A system property of a service's process."""
        return next(part.split("=", 1)[1] for part in self.command(service) if part.startswith(f"-D{name}="))

    def kill(self, service):
        """Kills the process of a service (SIGKILL). Tells the launcher that this is intended; otherwise it would stop all others."""
        process = self.process(service)
        self._announce(f"{service}-service")
        os.kill(process, signal.SIGKILL)
        eventually(f"{service}-service is down", lambda: self.health(service, "live"), 0)

    def stop(self, service):
        """Stops the process of a service as an orchestrator does (SIGTERM)."""
        process = self.process(service)
        self._announce(f"{service}-service")
        os.kill(process, signal.SIGTERM)
        eventually(f"{service}-service has stopped", lambda: os.path.exists(f"/proc/{process}/fd/0"), False, 60)

    def kill_broker(self):
        """Kills the broker (SIGKILL)."""
        configuration = os.path.join(self.home, "kafka", "server.properties").encode()
        process = _process_with(configuration)
        self._announce("Kafka")
        os.kill(process, signal.SIGKILL)
        eventually("the broker is down", lambda: os.path.exists(f"/proc/{process}/fd/0"), False)

    def restart_broker(self):
        """Has the launcher restart the broker."""
        ready = os.path.join(self.home, "kafka", "ready")
        if os.path.exists(ready):
            os.remove(ready)
        os.rename(self._down("Kafka"), self._down("Kafka") + ".over")
        eventually("the broker is up again", lambda: os.path.exists(ready), True, 90)

    def restart(self, *services):
        """Has the launcher restart killed services, each with its former command line."""
        for service in services:
            os.rename(self._down(f"{service}-service"), self._down(f"{service}-service") + ".over")
        for service in services:
            eventually(f"{service}-service is ready again", lambda: self.health(service, "ready"), 200, 90)

    def _announce(self, part):
        os.makedirs(f"{self.home}/down", exist_ok=True)
        with open(self._down(part), "w", encoding="utf-8"):
            pass

    def _down(self, part):
        return f"{self.home}/down/{part}"


def _process_with(argument):
    """The pid of the process that was started with an argument."""
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{entry}/cmdline", "rb") as file:
                if argument in file.read().split(b"\0"):
                    return int(entry)
        except OSError:
            continue
    sys.exit(f"no process with {argument!r} was found")


def free_port():
    return free_ports(1)[0]


def free_ports(count):
    """Distinct ports: each stays bound until all are chosen."""
    with contextlib.ExitStack() as held:
        sockets = [held.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


class Replica:
    """A further replica of a running service, on separate ports; optionally with other properties (underscores for dots), or of
    another version (its jar). The caller must stop it."""

    def __init__(self, system, service, output=subprocess.DEVNULL, jar=None, **properties):
        self.system, self.service, self.output, self.process = system, service, output, None
        ports = free_ports(2)
        self.address, self.management = (f"http://localhost:{port}" for port in ports)
        properties["quarkus_http_port"], properties["quarkus_management_port"] = ports
        properties["quarkus_management_host"] = "localhost"
        self.folder = os.readlink(f"/proc/{system.process(service)}/cwd")
        self.command = system.command(service)
        for name, value in properties.items():
            given = f"-D{name.replace('_', '.')}="
            if not any(part.startswith(given) for part in self.command):
                self.command.insert(self.command.index("-jar"), given)
            self.command = [f"{given}{value}" if part.startswith(given) else part for part in self.command]
        # The CDS archive belongs to the running service; a replica must not write it.
        self.command = [part for part in self.command if not part.startswith("-XX:ArchiveClassesAtExit=")]
        if jar is not None:
            self.command = [part for part in self.command if not part.startswith("-XX:SharedArchiveFile=")]
            self.command[self.command.index("-jar") + 1] = jar

    def start(self):
        self.process = subprocess.Popen(self.command, stdout=self.output, stderr=self.output, cwd=self.folder)

    def is_ready(self):
        return self.system.health(self.service, "ready", self.management) == 200

    def kill(self):
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def owns(self, ports):
        """Whether this process has a connection from one of these local ports."""
        inodes = set()
        for table in ("tcp", "tcp6"):
            with open(f"/proc/net/{table}", encoding="ascii") as file:
                for columns in map(str.split, list(file)[1:]):
                    if int(columns[1].rsplit(":", 1)[1], 16) in ports:
                        inodes.add(f"socket:[{columns[9]}]")
        folder = f"/proc/{self.process.pid}/fd"
        for entry in os.listdir(folder):
            try:
                if os.readlink(f"{folder}/{entry}") in inodes:
                    return True
            except OSError:
                continue
        return False


class DirectAccess:
    """Access to a service's database and topics, bypassing the service: DirectAccess.java with the service's libraries."""

    def __init__(self, system, service):
        command = system.command(service)
        libraries = os.path.join(os.path.dirname(command[command.index("-jar") + 1]), "lib", "main", "*")
        source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "DirectAccess.java")
        access = [system.setting(service, name) for name in (
            "quarkus.datasource.jdbc.url", "quarkus.datasource.username", "quarkus.datasource.password",
            "kafka.bootstrap.servers")]
        self.process = subprocess.Popen(
            [command[0], "-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", libraries, source, *access],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def ask(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        answers = []
        while (answer := self.process.stdout.readline()) != "\n":
            if answer == "":
                sys.exit(f"{line} failed: {self.process.stderr.read()}")
            answers.append(json.loads(answer))
        return answers

    def sql(self, statement):
        """The rows of a statement; empty for one that returns none."""
        return self.ask("sql " + " ".join(statement.split()))

    def topic(self, name):
        """All records of a topic."""
        return self.ask("topic " + name)

    def put(self, *records):
        """Writes records to topics: each a topic, a key, headers and a body."""
        for topic, key, headers, body in records:
            named = ",".join(f"{name}={value}" for name, value in headers.items())
            self.ask("put " + "\t".join([topic, key, named, json.dumps(body)]))

    def end(self):
        self.process.stdin.close()
        self.process.wait()


class Frozen:
    """A process stopped by SIGSTOP, as on a machine that hangs."""

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


def done(what, answer, status):
    """The body of a response, which must have that status."""
    if answer.status != status:
        sys.exit(f"FAILED {what} answered {answer.status}: {answer.body[:500]!r}")
    return answer.json


def same(what, actual, expected):
    """Like check, for groups of items by name: prints their counts, and on failure the items that are in only one of them."""
    differ = {name: {"only here": sorted(set(actual.get(name, ())) - set(expected.get(name, ()))),
                     "missing": sorted(set(expected.get(name, ())) - set(actual.get(name, ())))}
              for name in actual.keys() | expected.keys() if set(actual.get(name, ())) != set(expected.get(name, ()))}
    if differ:
        sys.exit(f"FAILED {what}: {differ}")
    check(what, {name: len(things) for name, things in actual.items()}, {name: len(things) for name, things in expected.items()})


def eventually(what, look, expected, seconds=30):
    """Like check, but polls: for changes that arrive by an event. Prints how long it took."""
    begun = time.monotonic()
    while (seen := look()) != expected and time.monotonic() - begun < seconds:
        time.sleep(0.1)
    check(what, seen, expected)
    print(f"      after {time.monotonic() - begun:.1f} s")
