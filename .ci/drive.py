"""Drives the running system over HTTP as its clients do, and checks the figures in the answers.

Usage: drive.py ACCESS_JSON
"""

import json
import sys
import urllib.error
import urllib.request
import uuid

with open(sys.argv[1], encoding="utf-8") as file:
    ACCESS = json.load(file)

CHECKED = 0


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    @property
    def json(self):
        return json.loads(self.body)


def call(method, service, path, role=None, body=None, raw=None, **headers):
    """Sends a request; headers are named with underscores."""
    data = raw if raw is not None else (None if body is None else json.dumps(body).encode())
    request = urllib.request.Request(ACCESS["services"][service] + path, data=data, method=method)
    if data is not None:
        request.add_header("Content-Type", "application/json")
    if role is not None:
        request.add_header("Authorization", "Bearer " + ACCESS["tokens"].get(role, role))
    for name, value in headers.items():
        request.add_header(name.replace("_", "-"), value)
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            return Answer(response.status, response.headers, response.read())
    except urllib.error.HTTPError as error:
        return Answer(error.code, error.headers, error.read())


def get(service, path, role=None, **headers):
    answer = call("GET", service, path, role, **headers)
    if answer.status != 200:
        sys.exit(f"GET {path} answered {answer.status}: {answer.body[:500]!r}")
    return answer.json


def check(what, actual, expected):
    global CHECKED
    CHECKED += 1
    if actual != expected:
        sys.exit(f"FAILED {what}: expected {expected!r}, got {actual!r}")
    print(f"  ok  {what}: {actual!r}")


def everything(service, path, role):
    """All items of a list, page by page."""
    items, cursor = [], ""
    while cursor is not None:
        page = get(service, path + cursor, role)
        items += page["items"]
        cursor = None if page.get("next") is None else "&cursor=" + page["next"]
    return items


def the_plan():
    print("The plan")
    plans = get("plan", "/api/v1/plans?year=2021", "leader")["items"]
    check("plans of 2021", [plan["number"] for plan in plans], ["57/KH-UBND"])
    plan = plans[0]["id"]
    rows = get("plan", f"/api/v1/plans/{plan}/tasks", "leader")["items"]
    check("rows of the annex", len(rows), 103)
    check("headings", sum(row["heading"] for row in rows), 31)
    check("rows without a code", sum("printedCode" not in row for row in rows), 19)
    budget = get("plan", f"/api/v1/plans/{plan}/budget", "leader")
    by_seq = {row["seq"]: row["money"] for row in budget["rows"]}
    check("section 1 stated", by_seq[1]["stated"]["amount"], 12_900_000)
    check("section 1 computed", by_seq[1]["computed"]["amount"], 11_900_000)
    check("5.2 stated", by_seq[72]["stated"]["amount"], 18_000_000)
    check("5.2 computed", by_seq[72]["computed"]["amount"], 0)
    check("total stated", budget["total"]["stated"]["amount"], 34_900_000)
    check("total computed", budget["total"]["computed"]["amount"], 33_900_000)
    findings = json.dumps(get("plan", f"/api/v1/plans/{plan}/findings", "leader"), ensure_ascii=False)
    for sign in ("5.1.2", "7.4.3", "2,2,1", "Văn phòng, thống kê"):
        check(f"a finding speaks of {sign}", sign in findings, True)
    return plan, {row["seq"]: row for row in rows}


def milestones(plan, rows):
    print("Milestones")
    found = everything("plan", f"/api/v1/milestones?plan={plan}&limit=200", "leader")
    of_row = lambda seq: [each for each in found if each["taskId"] == rows[seq]["id"]]
    report = [each for each in of_row(4) if each["occurrence"] == "2021-Q1"][0]
    check("Q1 report due", (report["dueOn"], report["workOn"]), ("2021-02-27", "2021-02-26"))
    check("Q1 report's milestone", report["state"], "ACCEPTED")
    feedback = [each for each in of_row(16) if each["occurrence"] != "standing"]
    check("feedback has armed milestones of row 1.4.2", len(feedback), 44)
    propaganda = [each for each in of_row(23) if each.get("dueOn") == "2021-01-31"][0]
    check("the returned product was handed in again, late", (propaganda["state"], propaganda["late"]), ("ACCEPTED", True))
    publication = [each for each in of_row(41) if each.get("dueOn") == "2021-02-15"][0]
    check("one is overdue", (publication["state"], publication["overdue"]), ("OPEN", True))


def the_feedback():
    print("Feedback of the quarter")
    total = get("feedback", "/api/v1/statistics?from=2021-01-01&to=2021-02-25", "clerk")["total"]
    for name, expected in {
        "received": 43, "answeredInTime": 28, "answeredLate": 2, "open": 5, "overdue": 1,
        "refused": 3, "referred": 3, "withdrawn": 2,
    }.items():
        check(name, total[name], expected)
    return total


def the_report(total):
    print("The report on the first quarter")
    due = get("reporting", "/api/v1/due-reports?year=2021", "leader")["items"]
    first = [each for each in due if each["regime"]["code"] == "CCHC" and each["period"] == "2021-Q1"][0]
    check("state and punctuality", (first["state"], first["inTime"], first["lateByDays"]), ("RECEIVED", True, 0))
    report = get("reporting", f"/api/v1/reports/{first['reportId']}", "leader")
    check("cut-off", (report["periodFrom"], report["cutOff"]), ("2021-01-01", "2021-02-25"))
    figures = get("reporting", f"/api/v1/reports/{first['reportId']}/figures", "leader")["items"]
    values = {figure["code"]: figure.get("value") for figure in figures}
    for name in ("received", "answeredInTime", "answeredLate", "open", "overdue", "refused", "referred", "withdrawn"):
        check(f"figure pakn.{name} equals the register", int(values[f"pakn.{name}"]), total[name])
    pdf = call("GET", "reporting", f"/api/v1/reports/{first['reportId']}/document", "leader", Accept="application/pdf")
    check("PDF", (pdf.status, pdf.body[:5]), (200, b"%PDF-"))
    html = call("GET", "reporting", f"/api/v1/reports/{first['reportId']}/document", "leader", Accept="text/html")
    check("HTML preview", (html.status, "Độc lập - Tự do - Hạnh phúc" in html.body.decode()), (200, True))
    refused = call("POST", "reporting", f"/api/v1/reports/{first['reportId']}/approvals", "leader", {}, If_Match='"0"')
    check("a received report is not approved again", refused.status in (409, 412), True)


def a_new_feedback():
    print("A citizen hands in feedback and follows it")
    authority = [each for each in get("plan", "/api/v1/authorities?limit=200")["items"] if each["code"] == "THUONG-LO"][0]
    wanted = {
        "authorityId": authority["id"],
        "content": "Cột điện đầu thôn nghiêng sau trận mưa đêm qua, đề nghị kiểm tra.",
        "sender": {"name": "Nguyễn Văn Thử", "address": "Thôn Dỗi, xã Thượng Lộ", "phone": "0900 000 098"},
    }
    key = str(uuid.uuid4())
    first = call("POST", "feedback", "/api/v1/feedback", body=wanted, Idempotency_Key=key)
    check("received", first.status, 201)
    again = call("POST", "feedback", "/api/v1/feedback", body=wanted, Idempotency_Key=key)
    check("the same key gives the same receipt", again.json, first.json)
    other = dict(wanted, content=wanted["content"] + " Rất nguy hiểm.")
    check("the same key with another body", call("POST", "feedback", "/api/v1/feedback", body=other, Idempotency_Key=key).status, 422)
    receipt = first.json
    tracked = get("feedback", f"/api/v1/tracking/{receipt['trackingCode']}", Tracking_Secret=receipt["trackingSecret"])
    check("followed by code and secret", tracked["state"], "RECEIVED")
    wrong = call("GET", "feedback", f"/api/v1/tracking/{receipt['trackingCode']}", Tracking_Secret="A" * 32)
    check("not without the secret", wrong.status, 404)
    path = f"/api/v1/feedback/{receipt['id']}"
    mine = call("GET", "feedback", path, "clerk")
    check("no If-Match", call("POST", "feedback", path + "/acceptances", "clerk", {"classification": "REGULATION_OWN"}).status, 428)
    accepted = call(
        "POST", "feedback", path + "/acceptances", "clerk", {"classification": "REGULATION_OWN"}, If_Match=mine.headers["ETag"])
    check("accepted", (accepted.status, accepted.json["state"]), (200, "ACCEPTED"))
    stale = call("POST", "feedback", path + "/closures", "clerk", {}, If_Match=mine.headers["ETag"])
    check("a stale If-Match", stale.status, 412)
    wrong_way = call("POST", "feedback", path + "/closures", "clerk", {}, If_Match=accepted.headers["ETag"])
    check("a wrong transition names the right ones", (wrong_way.status, "assignments" in wrong_way.json["allowed"]), (409, True))
    return wanted


def bad_input(wanted):
    print("Bad input")
    post = lambda **how: call("POST", "feedback", "/api/v1/feedback", **how).status
    check("no JSON", post(raw=b"{"), 400)
    check("an unknown field", post(body=dict(wanted, colour="red")), 400)
    check("an empty content", post(body=dict(wanted, content=" ")), 422)
    check("no token", call("GET", "feedback", "/api/v1/register?year=2021").status, 401)
    check("a forged token", call("GET", "feedback", "/api/v1/register?year=2021", ACCESS["tokens"]["clerk"][:-8] + "AAAAAAAA").status, 401)
    check("a role that may not", call("GET", "feedback", "/api/v1/register?year=2021", "district").status in (403, 404), True)
    check("what is not there", call("GET", "plan", f"/api/v1/plans/{uuid.uuid4()}", "leader").status, 404)
    check("a date that is none", call("GET", "plan", "/api/v1/milestones?dueBefore=2021-02-30", "leader").status, 400)


check("today", ACCESS["today"], "2021-02-26")
PLAN, ROWS = the_plan()
milestones(PLAN, ROWS)
the_report(the_feedback())
bad_input(a_new_feedback())
print(f"{CHECKED} checks passed")
