"""Load of an office: reads lists through the gateway until SIGTERM. Exit status 1 if a response is not 200.

    CCHC_TOKEN=… load.py PLAY_JSON
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

with open(sys.argv[1], encoding="utf-8") as file:
    SERVICES = json.load(file)["services"]
TOKEN = os.environ["CCHC_TOKEN"]
PATHS = [("plan", "/api/v1/milestones?limit=20"), ("feedback", "/api/v1/feedback?limit=20"), ("reporting", "/api/v1/due-reports?limit=20")]
over = threading.Event()
seen, faults = collections.Counter(), []
signal.signal(signal.SIGTERM, lambda *_: over.set())


def person(number):
    while not over.is_set():
        for service, path in PATHS:
            request = urllib.request.Request(SERVICES[service] + path, headers={"Authorization": "Bearer " + TOKEN})
            try:
                with urllib.request.urlopen(request, timeout=20) as answer:
                    status = answer.status
            except urllib.error.HTTPError as error:
                status = error.code
            except OSError as error:
                status = str(error)
            seen[service, status] += 1
            if status != 200:
                faults.append((round(time.time(), 1), service, status))
        time.sleep(0.2)


people = [threading.Thread(target=person, args=(number,), daemon=True) for number in range(4)]
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
