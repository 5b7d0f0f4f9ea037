"""The database server of the running system and PostgreSQL's client tools, for the checks in this directory: dumps, and the WAL."""
import glob
import os
import re
import shutil
import subprocess
import sys
from urllib.parse import urlsplit

from system import eventually, free_port

# Debian's source of client tools for a server that is newer than the machine's.
SUITES = ("stable", "testing")
KEYS = "/usr/share/keyrings/debian-archive-keyring.gpg"


def run(*command, **options):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} exited with {done.returncode}: {done.stderr[-1000:]}")
    return done.stdout


class Postgres:
    """The server with one database per service, named after it."""

    def __init__(self, system):
        self.folder = f"{system.home}/postgres"
        self.port = urlsplit(system.setting("plan", "quarkus.datasource.jdbc.url").removeprefix("jdbc:")).port
        self.tools = _tools(f"{self.folder}/tools", self.version())

    def version(self):
        with open(f"{self.folder}/data/PG_VERSION", encoding="ascii") as file:
            return int(file.read())

    def tool(self, name, port=None):
        """The command line of a tool."""
        return [*self.tools[:-1], f"{self.tools[-1]}/{name}", "-h", "localhost", "-p", str(port or self.port), "-U", "postgres"]

    def sql(self, database, query, port=None):
        """The rows of a query, each as a list of strings."""
        rows = run(*self.tool("psql", port), "-d", database, "-XAtq", "-v", "ON_ERROR_STOP=1", "-F", "\t", "-c", query)
        return [row.split("\t") for row in rows.splitlines()]

    def dump(self, database, file, port=None):
        run(*self.tool("pg_dump", port), "-Fc", "-f", file, database)
        return file

    def restore(self, file):
        """Drops the database of a dump, and recreates it from the dump."""
        run(*self.tool("pg_restore"), "--clean", "--if-exists", "--create", "--exit-on-error", "-d", "postgres", file)


class Log:
    """A base backup of the whole server plus its streamed WAL, for point-in-time recovery of a copy."""

    def __init__(self, server):
        self.server = server
        self.folder = f"{server.folder}/moment"
        self.copy, self.segments = f"{self.folder}/copy", f"{self.folder}/log"
        shutil.rmtree(self.folder, ignore_errors=True)
        os.makedirs(self.segments)
        self.processes = []

    def __enter__(self):
        self._start([*self.server.tool("pg_receivewal"), "-D", self.segments])
        eventually("WAL is received", lambda: len(os.listdir(self.segments)) > 0, True)
        run(*self.server.tool("pg_basebackup"), "-D", self.copy, "-X", "none", "-c", "fast")
        return self

    def __exit__(self, *_):
        for process in self.processes:
            process.terminate()
            process.wait()
        shutil.rmtree(self.folder)

    def dump(self, database, moment, file):
        """Recovers the copy to a moment, after which something was committed, and dumps one of its databases."""
        last = self.server.sql("postgres", "SELECT pg_walfile_name(pg_switch_wal())")[0][0]
        eventually("the WAL segment of that moment is complete", lambda: os.path.exists(f"{self.segments}/{last}"), True)
        with open(f"{self.copy}/recovery.signal", "w", encoding="ascii"):
            pass
        with open(f"{self.server.folder}/data/postmaster.pid", encoding="ascii") as pid:
            program = os.readlink(f"/proc/{int(pid.readline())}/exe")
        port = free_port()
        settings = {"port": port, "listen_addresses": "localhost", "unix_socket_directories": "", "hot_standby": "off",
                    "restore_command": f"cp '{self.segments}/%f' '%p'", "recovery_target_time": moment,
                    "recovery_target_action": "promote"}
        # PostgreSQL refuses to run as root.
        self._start((["unshare", "-U"] if os.geteuid() == 0 else []) + [program, "-D", self.copy] + [
            part for name, value in settings.items() for part in ("-c", f"{name}={value}")])
        ready = self.server.tool("pg_isready", port)
        eventually("the copy is recovered to that moment", lambda: subprocess.run(
            ready, stdout=subprocess.DEVNULL, check=False).returncode, 0, 60)
        return self.server.dump(database, file, port)

    def _start(self, command):
        with open(f"{self.folder}/tools.log", "a", encoding="utf-8") as log:
            self.processes.append(subprocess.Popen(command, stdout=log, stderr=log))


def _tools(folder, version):
    """A directory of tools that are at least as new as the server: installed, or else from Debian's package."""
    for tool in [shutil.which("pg_dump"), *glob.glob("/usr/lib/postgresql/*/bin/pg_dump")]:
        if tool and int(re.search(r"\) (\d+)", run(tool, "--version"))[1]) >= version:
            return [os.path.dirname(tool)]
    if not os.path.exists(folder):
        _unpack(folder, f"postgresql-client-{version}")
    library = glob.glob(f"{folder}/usr/lib/*-linux-gnu*")[0]
    return [glob.glob(f"{library}/ld-linux*.so.*")[0], "--library-path", library, f"{folder}/usr/lib/postgresql/{version}/bin"]


def _unpack(folder, package):
    """Unpacks a package with all its dependencies, including the C library; nothing is installed."""
    print(f"Downloading {package}")
    mirror = ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages", "Label: Debian"]
    if not run(*mirror):
        run("apt-get", "update", "-qq")
    apt = f"{folder}.apt"
    for each in ("lists", "cache/archives"):
        os.makedirs(f"{apt}/{each}/partial")
    with open(f"{apt}/sources.list", "w", encoding="utf-8") as sources:
        for suite in SUITES:
            sources.write(f"deb [signed-by={KEYS}] {run(*mirror).split()[0]} {suite} main\n")
    settings = {"Dir::Etc::SourceList": f"{apt}/sources.list", "Dir::Etc::SourceParts": "-", "Dir::State::Lists": f"{apt}/lists",
                "Dir::State::Status": "/dev/null", "Dir::Cache": f"{apt}/cache", "APT::Sandbox::User": "root"}
    get = ["apt-get", "-qq", *(f"-o{name}={value}" for name, value in settings.items())]
    run(*get, "update")
    run(*get, "install", "--no-install-recommends", "--download-only", "-y", package)
    for archive in glob.glob(f"{apt}/cache/archives/*.deb"):
        run("dpkg-deb", "-x", archive, f"{folder}.new")
    shutil.rmtree(apt)
    os.rename(f"{folder}.new", folder)
