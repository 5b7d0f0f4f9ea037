"""Load of an office: reads lists through the gateway until SIGTERM. Exit status 1 if a response is not 200.

    load.py PLAY_JSON PEOPLE  as drive.py leaves them
"""
import collections
import json
import os
import signal
import sys
import threading
import time
import urllib.error
import urllib.request

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from identity import Identity  # noqa: E402

with open(sys.argv[1], encoding="utf-8") as file:
    PLAY = json.load(file)
with open(sys.argv[2], encoding="utf-8") as file:
    PASSWORDS = json.load(file)
PATHS = [("plan", "/api/v1/milestones?limit=20"), ("feedback", "/api/v1/feedback?limit=20"), ("reporting", "/api/v1/due-reports?limit=20")]
over = threading.Event()
seen, faults = collections.Counter(), []
signal.signal(signal.SIGTERM, lambda *_: over.set())


IDENTITY = Identity(PLAY["issuer"], PLAY["admin"])
IDENTITY.passwords = PASSWORDS
SIGN_IN = threading.Lock()


def token():
    # An upgrade takes longer than a token is valid. Keycloak refuses sign-ins of one user at the same moment.
    with SIGN_IN:
        return IDENTITY.token("leader.thuonglo")


def person():
    while not over.is_set():
        for service, path in PATHS:
            try:
                request = urllib.request.Request(PLAY["services"][service] + path, headers={"Authorization": "Bearer " + token()})
                with urllib.request.urlopen(request, timeout=20) as answer:
                    status = answer.status
            except urllib.error.HTTPError as error:
                status = error.code
            except (OSError, SystemExit) as error:
                status = str(error)
            seen[service, status] += 1
            if status != 200:
                faults.append((round(time.time(), 1), service, status))
        time.sleep(0.2)


people = [threading.Thread(target=person, daemon=True) for _ in range(4)]
for each in people:
    each.start()
while not over.is_set():
    time.sleep(0.2)
for each in people:
    each.join(30)
print("   " + ", ".join(f"{service} {status}: {count}" for (service, status), count in sorted(seen.items(), key=str)))
for fault in faults[:10]:
    print(f"   failed: {fault}")
print(f"   {sum(seen.values())} requests, {len(faults)} failed")
sys.exit(1 if faults else 0)
