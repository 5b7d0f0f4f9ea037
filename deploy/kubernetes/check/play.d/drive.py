"""End-to-end test of a new system in profile `prod`, through the gateway and with signed-in users: authorities, a plan, a feedback from
intake to answer, its milestone, the figures of a report; and requests that must be refused.

    drive.py PLAY_JSON LEFT                        PLAY_JSON: services, issuer, admin (password), sample (folder); LEFT: file to write
                                                   passwords and ids to
    drive.py PLAY_JSON LEFT after WRITTEN REPORTS  after an upgrade, a rollback, a restore: reads what was written before it, counts what
                                                   load.py wrote, drafts another report, and reads the REPORTS drafted before
    drive.py PLAY_JSON LEFT access SERVICE=URL…    prints what .ci/drive.py needs: addresses, management addresses (the arguments),
                                                   and a token of each role; they expire after minutes
"""
import datetime
import json
import os
import socket
import ssl
import sys
import time
import urllib.error
import urllib.request
import uuid

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from identity import Identity  # noqa: E402

with open(sys.argv[1], encoding="utf-8") as file:
    PLAY = json.load(file)
IDENTITY = Identity(PLAY["issuer"], PLAY["admin"])
# Today in Vietnam, the services' business day.
TODAY = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=7))).date()
CHECKED = 0


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)


def call(method, service, path, user=None, body=None, token=None, **headers):
    """Sends a request; in header names, underscores stand for hyphens."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(PLAY["services"][service] + path, data=data, method=method)
    if data is not None:
        request.add_header("Content-Type", "application/json")
    if user or token:
        request.add_header("Authorization", "Bearer " + (token or IDENTITY.token(user)))
    for name, value in headers.items():
        request.add_header(name.replace("_", "-"), value)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return Answer(answer.status, answer.headers, answer.read())
    except urllib.error.HTTPError as error:
        return Answer(error.code, error.headers, error.read())


def get(service, path, user=None, **headers):
    answer = call("GET", service, path, user, **headers)
    if answer.status != 200:
        sys.exit(f"GET {path} answered {answer.status}: {answer.body[:500]!r}")
    return answer.json


def post(service, path, user, body, **headers):
    answer = call("POST", service, path, user, body, Idempotency_Key=str(uuid.uuid4()), **headers)
    if answer.status not in (200, 201):
        sys.exit(f"POST {path} answered {answer.status}: {answer.body[:800]!r}")
    return answer


def change(service, path, resource, user, body):
    etag = call("GET", service, path, user).headers["ETag"]
    return call("POST", service, f"{path}/{resource}", user, body, If_Match=etag, Idempotency_Key=str(uuid.uuid4()))


def check(what, actual, expected):
    global CHECKED
    CHECKED += 1
    if actual != expected:
        sys.exit(f"FAILED {what}: expected {expected!r}, got {actual!r}")
    print(f"   ok  {what}: {actual!r}")


def eventually(what, look, expected, seconds=60):
    deadline = time.monotonic() + seconds
    while (seen := look()) != expected and time.monotonic() < deadline:
        time.sleep(0.5)
    check(what, seen, expected)


def everything(service, path, user):
    items, cursor = [], ""
    while cursor is not None:
        page = get(service, path + cursor, user)
        items += page["items"]
        cursor = None if page.get("next") is None else "&cursor=" + page["next"]
    return items


def authorities():
    """Registers the sample's authorities and the commune's units; returns the ids of both by code."""
    IDENTITY.create("operator", "Vận hành", "Hệ thống", ["operator"])
    ids, units = {}, {}
    for wanted in PLAY["authorities"]:
        body = {name: wanted[name] for name in ("code", "name", "level", "place")}
        if "parent" in wanted:
            body["parentId"] = ids[wanted["parent"]]
        body |= {"deadlineInclusive": False, "validFrom": "2016-07-01"}
        ids[wanted["code"]] = post("plan", "/api/v1/authorities", "operator", body).json["id"]
        for unit in wanted.get("units", []):
            body = {name: unit[name] for name in ("code", "name", "kind", "aliases") if name in unit} | {"validFrom": "2016-07-01"}
            units[unit["code"]] = post("plan", f"/api/v1/authorities/{ids[wanted['code']]}/units", "operator", body).json["id"]
    check("authorities, read without an account", len(get("plan", "/api/v1/authorities?limit=200")["items"]), len(PLAY["authorities"]))
    return ids, units


def people(ids, units):
    commune = ids["THUONG-LO"]
    IDENTITY.create("clerk.thuonglo", "Hà", "Nguyễn", ["clerk"], authority=commune, unit=units["VPTK"])
    IDENTITY.create("officer.vptk", "Công chức", "VPTK", ["officer"], authority=commune, unit=units["VPTK"])
    IDENTITY.create("leader.thuonglo", "Minh", "Hồ", ["leader"], authority=commune)
    IDENTITY.create("superior.namdong", "Bình", "Trần", ["superior"], authority=ids["NAM-DONG"])


def a_plan():
    """Imports and issues the sample's plan for this year; returns its id."""
    with open(os.path.join(PLAY["sample"], "plan-2021.json"), encoding="utf-8") as source:
        text = source.read()
    # Due on the last day, so that what happens today is before the cut-off of one report.
    text = text.replace("báo cáo lần 02 trước ngày 15/11/2021", "báo cáo lần 02 trước ngày 31/12/2021")
    text = text.replace("2021", str(TODAY.year)).replace("2020", str(TODAY.year - 1))
    draft = post("plan", "/api/v1/plan-imports", "clerk.thuonglo", {"document": json.loads(text)}).json["id"]
    issued = change("plan", f"/api/v1/plan-imports/{draft}", "issuances", "leader.thuonglo", {})
    check("a plan of this year is issued by its leader", issued.status, 201)
    plan = issued.json["id"]
    check("rows of its annex", len(get("plan", f"/api/v1/plans/{plan}/tasks", "leader.thuonglo")["items"]), 103)
    return plan


def a_feedback(ids, units, plan):
    body = {
        "authorityId": ids["THUONG-LO"],
        "content": "Cột điện đầu thôn nghiêng sau trận mưa đêm qua, đề nghị kiểm tra.",
        "sender": {"name": "Nguyễn Văn Thử", "address": "Thôn Dỗi, xã Thượng Lộ", "phone": "0900 000 098"},
    }
    key = str(uuid.uuid4())
    send = lambda content=body: call("POST", "feedback", "/api/v1/feedback", body=content, Idempotency_Key=key)
    # feedback-service learns of the authority by an event.
    eventually("a citizen submits feedback", lambda: send().status, 201)
    receipt = send().json
    check("a retry returns the same receipt", send().headers["Idempotency-Replayed"], "true")
    check("the same key with another body", send(dict(body, content=body["content"] + " Gấp.")).status, 422)
    track = lambda secret: call("GET", "feedback", f"/api/v1/tracking/{receipt['trackingCode']}", Tracking_Secret=secret)
    check("tracked by code and secret", track(receipt["trackingSecret"]).json["state"], "RECEIVED")
    check("not with another secret", track("A" * 32).status, 404)
    tasks = {row["seq"]: row for row in get("plan", f"/api/v1/plans/{plan}/tasks", "leader.thuonglo")["items"]}
    milestone = lambda: [
        (each["state"], each["dueOn"])
        for each in everything("plan", f"/api/v1/milestones?plan={plan}&task={tasks[16]['id']}&limit=200", "leader.thuonglo")
        if each["occurrence"] == receipt["id"]]
    eventually("plan-service has armed its milestone", milestone, [("OPEN", receipt["dueOn"])])

    path = f"/api/v1/feedback/{receipt['id']}"
    check("accepted by a clerk", change("feedback", path, "acceptances", "clerk.thuonglo", {"classification": "REGULATION_OWN"}).status, 200)
    check("a superior may not read its text", call("GET", "feedback", path, "superior.namdong").status in (403, 404), True)
    check("assigned", change("feedback", path, "assignments", "clerk.thuonglo", {"unitId": units["VPTK"]}).status, 200)
    text = {"text": "UBND xã đã phối hợp với Điện lực dựng lại cột trong ngày."}
    check("answered by the officer", change("feedback", path, "answers", "officer.vptk", text).status, 200)
    check("the citizen reads the answer", track(receipt["trackingSecret"]).json["answer"]["text"], text["text"])
    eventually("plan-service has accepted the milestone", milestone, [("ACCEPTED", receipt["dueOn"])])
    check("closed", change("feedback", path, "closures", "clerk.thuonglo", {}).status, 200)
    check("figures of the day", of_the_day(), (1, 1, 0))
    return receipt["id"]


def of_the_day():
    total = get("feedback", f"/api/v1/statistics?from={TODAY}&to={TODAY}", "clerk.thuonglo")["total"]
    return total["received"], total["answeredInTime"], total["open"]


def a_report(which=-1):
    """A draft for a period, by default the current one, with figures from events, and its PDF."""
    due = get("reporting", f"/api/v1/due-reports?year={TODAY.year}", "leader.thuonglo")["items"]
    check("reports of the year are due", len(due) > 0, True)
    known = [each for each in due if each.get("regime", {}).get("code") == "CCHC"]
    wanted = {"regime": "CCHC", "period": known[which]["period"] if known else f"{TODAY.year}"}
    draft = post("reporting", "/api/v1/reports", "clerk.thuonglo", wanted).json
    path = f"/api/v1/reports/{draft['id']}"
    figures = lambda: len([each for each in get("reporting", path + "/figures", "leader.thuonglo")["items"] if each["code"].startswith("pakn.")]) > 0
    eventually(f"a draft for {wanted['period']} has figures", figures, True)
    pdf = call("GET", "reporting", path + "/document", "leader.thuonglo", Accept="application/pdf")
    check("its PDF", (pdf.status, pdf.body[:5]), (200, b"%PDF-"))
    dispatched = change("reporting", path, "dispatches", "leader.thuonglo", {})
    check("a report that is not approved cannot be dispatched", dispatched.status, 409)
    return draft["id"]


def refused():
    check("no token", call("GET", "feedback", "/api/v1/register").status, 401)
    token = IDENTITY.token("clerk.thuonglo")
    check("a forged token", call("GET", "feedback", "/api/v1/register", token=token[:-8] + "AAAAAAAA").status, 401)
    check("a token of another realm, for another audience", call("GET", "feedback", "/api/v1/register", token=IDENTITY.foreign_token()).status, 401)
    check("a role without the right", call("GET", "feedback", "/api/v1/register", "operator").status, 403)
    for path in ("/q/health", "/q/metrics", "/q/swagger-ui/", "/local/training-clock"):
        check(f"not exposed by the gateway: {path}", call("GET", "plan", path).status, 404)
    check("the OpenAPI document", call("GET", "plan", "/q/openapi").status, 200)
    # Refused by the gateway before the body is sent: its page is HTML, the services' problems are JSON.
    for service, path, size in (("plan", "/api/v1/plan-imports", 12), ("feedback", "/api/v1/uploads", 202)):
        host = PLAY["services"][service].split("//")[1]
        with ssl.create_default_context().wrap_socket(socket.create_connection((host, 443), 10), server_hostname=host) as connection:
            connection.sendall(f"POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: {size << 20}\r\n\r\n".encode())
            answer = connection.recv(4096)
            check(f"a body of {size} MB is too large for the gateway", (answer[9:12], b"problem+json" in answer), (b"413", False))


def limited():
    """The service's own rate limit: a forged X-Forwarded-For does not change the client address."""
    body = {"authorityId": str(uuid.uuid4())}
    seen = [call("POST", "feedback", "/api/v1/feedback", body=body, X_Forwarded_For=f"198.51.100.{number}").status for number in range(30)]
    check("a forged X-Forwarded-For does not bypass the rate limit", 429 in seen, True)


def after(left, written, reports):
    """The same authorities, plan, feedback and reports, and one more report."""
    plans = get("plan", "/api/v1/plans?limit=5", "leader.thuonglo")["items"]
    check("the plan is there", [(each["id"], each["state"]) for each in plans], [(left["plan"], "ISSUED")])
    check("its rows", len(get("plan", f"/api/v1/plans/{left['plan']}/tasks", "leader.thuonglo")["items"]), 103)
    check("the feedback is there", get("feedback", f"/api/v1/feedback/{left['feedback']}", "clerk.thuonglo")["state"], "CLOSED")
    count(left, written)
    drafts = [each["id"] for each in get("reporting", "/api/v1/reports?limit=50", "leader.thuonglo")["items"]]
    check("the reports are there", (left["report"] in drafts, len(drafts)), (True, reports))
    for draft in drafts:
        pdf = call("GET", "reporting", f"/api/v1/reports/{draft}/document", "leader.thuonglo", Accept="application/pdf")
        check("one's PDF", (pdf.status, pdf.body[:5]), (200, b"%PDF-"))
    a_report(reports - 1)


def count(left, written):
    """What load.py was told to be accepted exists once, in all three services."""
    register = everything("feedback", f"/api/v1/register?year={TODAY.year}&limit=200", "clerk.thuonglo")
    # A page tells no id.
    on_pages = [each["feedbackId"] for each in register if each["content"] in set(written["pages"])]
    check("what was handed in on pages is there once", len(on_pages), len(written["pages"]))
    accepted = [each["id"] for each in written["feedback"].values()] + on_pages + [left["feedback"]]
    answered = written["answered"] + [left["feedback"]]
    check("accepted feedback has as many ids", len(set(accepted)), len(accepted))
    check("the numbers of the register have no gap", sorted(each["number"] for each in register) == list(range(1, len(accepted) + 1)), True)
    check("each accepted feedback has one", sorted(each["feedbackId"] for each in register) == sorted(accepted), True)
    contents = [each["content"] for each in written["feedback"].values()] + written["pages"]
    check("each content is there once", sorted(each["content"] for each in register if each["feedbackId"] != left["feedback"]) == sorted(contents), True)
    states = {each["feedbackId"]: each["state"] for each in register}
    check("what was answered is answered", {states[each] for each in answered} <= {"ANSWERED", "CLOSED"}, True)
    day = (len(accepted), len(answered), len(accepted) - len(answered))
    check("figures of the day: received, answered, open", of_the_day(), day)
    for task, notes in written["progress"].items():
        entries = everything("plan", f"/api/v1/tasks/{task}/progress-entries?limit=200", "leader.thuonglo")
        if sorted(each["note"] for each in entries) != sorted(notes):
            sys.exit(f"FAILED: progress entries of {task}")
    check("each progress entry is there once", sum(map(len, written["progress"].values())) > 0, True)
    tasks = {row["seq"]: row for row in get("plan", f"/api/v1/plans/{left['plan']}/tasks", "leader.thuonglo")["items"]}
    armed = lambda: [(each["occurrence"], each["state"]) for each in everything(
        "plan", f"/api/v1/milestones?plan={left['plan']}&task={tasks[16]['id']}&limit=200", "leader.thuonglo") if each["occurrence"] != "standing"]
    expected = sorted((each, "ACCEPTED" if each in answered else "OPEN") for each in accepted)
    eventually("plan-service has one milestone for each, in its state", lambda: sorted(armed()) == expected, True, 180)
    report = get("reporting", f"/api/v1/reports/{left['report']}", "leader.thuonglo")
    total = get("feedback", f"/api/v1/statistics?from={report['periodFrom']}&to={report['cutOff']}", "clerk.thuonglo")["total"]
    names = ("received", "answeredInTime", "answeredLate", "open", "overdue", "refused", "referred", "withdrawn")

    def figures():
        values = {each["code"]: each.get("value") for each in get("reporting", f"/api/v1/reports/{left['report']}/figures", "leader.thuonglo")["items"]}
        return {name: int(values[f"pakn.{name}"]) for name in names}

    eventually("the report's figures equal the register's", figures, {name: total[name] for name in names}, 180)
    # From the second to last working day of the year on, today is behind the cut-off.
    if str(TODAY) <= report["cutOff"]:
        check("and count all of it", (total["received"], total["answeredInTime"]), (len(accepted), len(answered)))


def access(management):
    """ACCESS_JSON of .ci/drive.py."""
    users = {"clerk": "clerk.thuonglo", "officer": "officer.vptk", "leader": "leader.thuonglo", "district": "superior.namdong"}
    return {"production": True, "today": str(TODAY), "services": PLAY["services"], "management": management,
            "tokens": {role: IDENTITY.token(user) for role, user in users.items()}}


if len(sys.argv) > 3 and sys.argv[3] == "access":
    with open(sys.argv[2], encoding="utf-8") as file:
        IDENTITY.passwords = json.load(file)["passwords"]
    print(json.dumps(access(dict(each.split("=", 1) for each in sys.argv[4:]))))
    sys.exit()
if len(sys.argv) > 3:
    with open(sys.argv[2], encoding="utf-8") as file:
        left_ = json.load(file)
    with open(sys.argv[4], encoding="utf-8") as file:
        written_ = json.load(file)
    IDENTITY.passwords = left_["passwords"]
    after(left_, written_, int(sys.argv[5]))
else:
    ids_, units_ = authorities()
    people(ids_, units_)
    plan_ = a_plan()
    feedback_ = a_feedback(ids_, units_, plan_)
    report_ = a_report()
    refused()
    limited()
    with open(sys.argv[2], "w", encoding="utf-8", opener=lambda path, flags: os.open(path, flags, 0o600)) as file:
        json.dump({"passwords": IDENTITY.passwords, "commune": ids_["THUONG-LO"], "unit": units_["VPTK"],
                   "plan": plan_, "feedback": feedback_, "report": report_}, file)
print(f"   {CHECKED} checks passed")
