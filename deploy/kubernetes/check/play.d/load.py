"""Load of an office through the gateway until SIGTERM: lists are read; citizens submit feedback, each from an address of their own, and send
requests again; another one does so on the pages, with a photo if their form takes one; a clerk and an officer accept, assign and answer it;
progress of tasks is entered. Exit status 1 if a response is not the
expected one. drive.py counts afterwards what was accepted.

    load.py PLAY_JSON LEFT WRITTEN  the first two as drive.py leaves them; WRITTEN: what was accepted, by earlier runs too
"""
import base64
import collections
import functools
import http.client
import json
import os
import random
import re
import signal
import ssl
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from identity import Identity  # noqa: E402

with open(sys.argv[1], encoding="utf-8") as file:
    PLAY = json.load(file)
with open(sys.argv[2], encoding="utf-8") as file:
    LEFT = json.load(file)
WRITTEN = {"feedback": {}, "pages": [], "answered": [], "progress": {}}
if os.path.exists(sys.argv[3]):
    with open(sys.argv[3], encoding="utf-8") as file:
        WRITTEN = json.load(file)
LISTS = [("plan", "/api/v1/milestones?limit=20"), ("feedback", "/api/v1/feedback?limit=20"), ("reporting", "/api/v1/due-reports?limit=20")]
# One address may submit 20 times a minute. A citizen has three, and submits at most 55 times, if each is sent again.
CITIZENS = [[f"203.0.113.{10 + 3 * citizen + address}" for address in range(3)] for citizen in range(4)]
VISITOR = "203.0.113.22"
PHOTO = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNoaGgAAAMEAYFL09IQAAAAAElFTkSuQmCC")  # a pixel
over = threading.Event()
seen, faults = collections.Counter(), []
signal.signal(signal.SIGTERM, lambda *_: over.set())


IDENTITY = Identity(PLAY["issuer"], PLAY["admin"])
IDENTITY.passwords = LEFT["passwords"]
SIGN_IN = threading.Lock()


def token(user):
    # An upgrade takes longer than a token is valid. Keycloak refuses sign-ins of one user at the same moment.
    with SIGN_IN:
        return IDENTITY.token(user)


class From(urllib.request.HTTPSHandler):
    """Calls from one of this machine's addresses."""

    def __init__(self, address):
        super().__init__(context=ssl.create_default_context())
        self.connection = functools.partial(http.client.HTTPSConnection, source_address=(address, 0))

    def https_open(self, request):
        return self.do_open(self.connection, request, context=self._context)


def ask(what, service, path, wanted=200, user=None, body=None, address=None, form=None, read=json.load, **headers):
    """Sends a request, of a form with media type and bytes, and counts it; returns headers and content, or None if the status is not the wanted one."""
    kind, data = form or ("application/json", None if body is None else json.dumps(body).encode())
    content = None
    try:
        request = urllib.request.Request(PLAY["services"][service] + path, data=data, headers={name.replace("_", "-"): value for name, value in headers.items()})
        if data is not None:
            request.add_header("Content-Type", kind)
        if user:
            request.add_header("Authorization", "Bearer " + token(user))
        opener = urllib.request.build_opener(From(address)) if address else urllib.request.build_opener()
        with opener.open(request, timeout=20) as answer:
            status, content = answer.status, (answer.headers, read(answer))
    except urllib.error.HTTPError as error:
        status = f"{error.code} {error.read()[:300]!r}"
    except (OSError, http.client.HTTPException, ValueError, SystemExit) as error:
        status = repr(error)
    seen[service, what] += 1
    if status != wanted:
        faults.append((time.strftime("%H:%M:%S"), service, what, status))
        return None
    return content


def reader():
    while not over.wait(0.3):
        for service, path in LISTS:
            ask("read", service, path, user="leader.thuonglo")


def submit(key, content, address):
    # A number of its own: one number may hand in 20 a day.
    phone = f"09{int.from_bytes(key.encode()[-4:], 'big') % 10**8:08d}"
    body = {"authorityId": LEFT["commune"], "content": content,
            "sender": {"name": "Nguyễn Văn Thử", "address": "Thôn Dỗi, xã Thượng Lộ", "phone": phone}}
    return ask("submitted", "feedback", "/api/v1/feedback", 201, body=body, address=address, Idempotency_Key=key)


def citizen(addresses):
    chance = random.Random()
    while True:
        for address in addresses:
            if over.wait(2.2):
                return
            key = str(uuid.uuid4())
            content = f"Đèn đường số {key} không sáng."
            answer = submit(key, content, address)
            if answer:
                WRITTEN["feedback"][key] = {"content": content, **{name: answer[1][name] for name in ("id", "trackingCode", "trackingSecret")}}
            if chance.random() < 0.5 and WRITTEN["feedback"]:
                # Biased to recent ones; the others reach what another version accepted.
                keys = list(WRITTEN["feedback"])
                key = chance.choice(keys[-20:] if chance.random() < 0.5 else keys)
                first = WRITTEN["feedback"][key]
                answer = submit(key, first["content"], address)
                if answer and (answer[0]["Idempotency-Replayed"] != "true" or any(answer[1][name] != first[name] for name in ("id", "trackingCode", "trackingSecret"))):
                    faults.append((time.strftime("%H:%M:%S"), "feedback", "another receipt for the same key", first["id"], answer[1]["id"]))


def form_of(page, fields):
    """As a browser sends the page's form: with a photo where it takes files."""
    if "multipart/form-data" not in page:
        return "application/x-www-form-urlencoded", urllib.parse.urlencode(fields).encode()
    parts = [(f'name="{field}"', "text/plain; charset=UTF-8", value.encode()) for field, value in fields.items()]
    parts.append(('name="file"; filename="anh.png"', "image/png", PHOTO))
    body = b"".join(b"--play\r\nContent-Disposition: form-data; %b\r\nContent-Type: %b\r\n\r\n%b\r\n" % (named.encode(), kind.encode(), value) for named, kind, value in parts)
    return "multipart/form-data; boundary=play", body + b"--play--\r\n"


def visitor():
    """Hands in on the pages, each form twice, as after a lost connection. Form and answer may come of replicas of two versions."""
    on_page = functools.partial(ask, service="feedback", address=VISITOR, read=lambda answer: answer.read().decode(), Accept="text/html")
    while not over.wait(8):
        shown = on_page("page", path=f"/phan-anh/{LEFT['commune']}")
        if not shown:
            continue
        action = re.search('action="(/phan-anh/[^"]+)"', shown[1])[1]
        phone = f"08{int(action[-8:], 16) % 10**8:08d}"
        content = f"Cống số {uuid.uuid4()} trước chợ bị tắc."
        form = form_of(shown[1], {"kind": "REFLECTION", "content": content, "website": "",
                                  "sender.name": "Nguyễn Văn Thử", "sender.address": "Thôn Dỗi", "sender.phone": phone, "sender.email": ""})
        receipts = [on_page("form", path=action, form=form) for _ in range(2)]
        codes = {re.search('name="code" value="([^"]+)"', receipt[1])[1] for receipt in receipts if receipt}
        if codes:
            WRITTEN["pages"].append(content)
        if len(codes) > 1:
            faults.append((time.strftime("%H:%M:%S"), "feedback", "another receipt for the same form", codes))


def twice(what, service, path, wanted, user, body, **headers):
    """Sends a request, and once more with the same key, as a client does that did not get the response; returns the first response."""
    key = str(uuid.uuid4())
    first = ask(what, service, path, wanted, user, body, Idempotency_Key=key, **headers)
    again = ask(what, service, path, wanted, user, body, Idempotency_Key=key, **headers)
    if first and again and (again[0]["Idempotency-Replayed"] != "true" or again[1]["id"] != first[1]["id"]):
        faults.append((time.strftime("%H:%M:%S"), service, f"{what}: another response for the same key", first[1]["id"], again[1]["id"]))
    return first


def staff():
    """One case after the other, as fast as they come; each change carries the version that was read before it."""
    while not over.wait(0.3):
        waiting = [each for each in list(WRITTEN["feedback"].values()) if each["id"] not in WRITTEN["answered"]]
        if not waiting:
            continue
        path = f"/api/v1/feedback/{waiting[0]['id']}"
        steps = [("acceptances", "clerk.thuonglo", {"classification": "REGULATION_OWN"}), ("assignments", "clerk.thuonglo", {"unitId": LEFT["unit"]}),
                 ("answers", "officer.vptk", {"text": "UBND xã đã thay bóng đèn."})]
        for step, user, body in steps:
            view = ask("read", "feedback", path, user=user)
            if not view or not twice("changed", "feedback", f"{path}/{step}", 200, user, body, If_Match=view[0]["ETag"]):
                break
        # Even after a failure: the next case must not wait for it.
        WRITTEN["answered"].append(waiting[0]["id"])


def progress():
    tasks = ask("read", "plan", f"/api/v1/plans/{LEFT['plan']}/tasks", user="clerk.thuonglo")
    continuous = [each for each in tasks[1]["items"] if each["progressPeriods"]]
    while not over.wait(2):
        task = random.choice(continuous)
        note = f"Đã thực hiện, lượt {uuid.uuid4()}."
        body = {"period": task["progressPeriods"][-1], "note": note}
        if twice("progress", "plan", f"/api/v1/tasks/{task['id']}/progress-entries", 201, "clerk.thuonglo", body):
            WRITTEN["progress"].setdefault(task["id"], []).append(note)


people = [threading.Thread(target=each, args=arguments, daemon=True) for each, *arguments in
          [(reader,), (reader,), (staff,), (progress,), (visitor,), *[(citizen, addresses) for addresses in CITIZENS]]]
for each in people:
    each.start()
while not over.is_set():
    time.sleep(0.2)
for each in people:
    each.join(60)
    if each.is_alive():
        faults.append(("a request is still open", each.name))
with open(sys.argv[3], "w", encoding="utf-8", opener=lambda path, flags: os.open(path, flags, 0o600)) as file:
    json.dump(WRITTEN, file)
print("   " + ", ".join(f"{service} {what}: {count}" for (service, what), count in sorted(seen.items(), key=str)))
for fault in faults[:10]:
    print(f"   failed: {fault}")
print(f"   {sum(seen.values())} requests, {len(faults)} failed")
sys.exit(1 if faults else 0)
