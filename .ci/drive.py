"""End-to-end test of the running system over HTTP, including the figures in its responses.

First it checks the data of the sample quarter. Then it executes the main workflow: a feedback from intake to answer, with the
resulting milestone and figures, and the draft of the next report. It can be run only once on a fresh system.

Usage: drive.py ACCESS_JSON [TRACKED], where TRACKED is a file to write address, code and secret of a feedback to, one per line

With "production": true, ACCESS_JSON is of a system behind a gateway, of today and without the sample quarter, as
deploy/kubernetes/check/play makes one: the same workflow is executed, and what is known of the sample alone is left out.
"""

import json
import pathlib
import re
import struct
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
import zlib

with open(sys.argv[1], encoding="utf-8") as file:
    ACCESS = json.load(file)

PRODUCTION = ACCESS.get("production", False)
YEAR = ACCESS["today"][:4]

# The sample's figures as of the cut-off of the first quarter.
COUNTS = {
    "received": 43, "answeredInTime": 28, "answeredLate": 2, "open": 5, "overdue": 1,
    "refused": 3, "referred": 3, "withdrawn": 2,
}

CHECKED = 0


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    @property
    def json(self):
        return json.loads(self.body)


def call(method, service, path, role=None, body=None, raw=None, of="services", **headers):
    """Sends a request to the API, or to the management port; in header names, underscores stand for hyphens."""
    data = raw if raw is not None else (None if body is None else json.dumps(body).encode())
    request = urllib.request.Request(ACCESS[of][service] + path, data=data, method=method)
    if data is not None and "Content_Type" not in headers:
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


def change(service, path, resource, role, body, **headers):
    """A state transition by staff, with the current ETag as If-Match."""
    etag = call("GET", service, path, role).headers["ETag"]
    return call("POST", service, f"{path}/{resource}", role, body, If_Match=etag, **headers)


def eventually(what, look, expected):
    """Like check, but polls for up to 30 s: for changes that reach another service by an event."""
    deadline = time.monotonic() + 30
    while (seen := look()) != expected and time.monotonic() < deadline:
        time.sleep(0.1)
    check(what, seen, expected)


def check(what, actual, expected):
    global CHECKED
    CHECKED += 1
    if actual != expected:
        sys.exit(f"FAILED {what}: expected {expected!r}, got {actual!r}")
    print(f"  ok  {what}: {actual!r}")


def check_sample(what, actual, expected):
    """Like check, for days and figures that only the sample quarter has."""
    if not PRODUCTION:
        check(what, actual, expected)


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
    plans = get("plan", f"/api/v1/plans?year={YEAR}", "leader")["items"]
    check("plans of the year", [plan["number"] for plan in plans], ["57/KH-UBND"])
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
        check(f"a finding mentions {sign}", sign in findings, True)
    found = get("plan", f"/api/v1/tasks?year={YEAR}&q=" + urllib.parse.quote("quy hang DINH KY"), "leader")["items"]
    check("tasks are found by words without marks", sorted(task["seq"] for task in found), [4, 6])
    annex = call("GET", "plan", f"/api/v1/plans/{plan}/annex?state=true", "leader")
    check("the annex with states", (annex.status, annex.body[:2]), (200, b"PK"))
    return plan, {row["seq"]: row for row in rows}


def multipart(parts):
    """Body and media type of a form: texts by field, a file as (name, media type, bytes)."""
    body = b""
    for field, value in parts:
        name, kind, content = value if isinstance(value, tuple) else (None, "text/plain; charset=UTF-8", value.encode())
        named = f'; filename="{name}"' if name else ""
        body += f'--cchc\r\nContent-Disposition: form-data; name="{field}"{named}\r\nContent-Type: {kind}\r\n\r\n'.encode() + content + b"\r\n"
    return {"raw": body + b"--cchc--\r\n", "Content_Type": "multipart/form-data; boundary=cchc"}


def photo():
    """A PNG of one pixel."""
    part = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return (b"\x89PNG\r\n\x1a\n" + part(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
            + part(b"IDAT", zlib.compress(b"\0\x80\x80\x80")) + part(b"IEND", b""))


def transcribed(file):
    """What is read of a file of Word or Excel."""
    return call("POST", "plan", "/api/v1/plan-transcripts", "clerk", **multipart([("file", ("ke-hoach", "application/octet-stream", file))]))


def the_next_plan():
    print("A Word file is transcribed, reviewed, corrected, written out and given up")
    file = pathlib.Path(__file__).parent.parent / "deploy/local/src/main/resources/sample/plan-57-KH-UBND.docx"
    answer = transcribed(file.read_bytes())
    check("transcribed", (answer.status, [doubt["code"] for doubt in answer.json["doubts"]]), (200, ["AMOUNT_ASSUMED_DONG"]))
    document = answer.json["document"]
    document["header"]["number"] = "58/KH-UBND"
    draft = call("POST", "plan", "/api/v1/plan-imports", "clerk", {"document": document}, Idempotency_Key=str(uuid.uuid4()))
    check("imported", (draft.status, draft.json["summary"]["tasks"]), (201, 72))
    path = f"/api/v1/plan-imports/{draft.json['id']}"
    row = get("plan", path + "/rows/4", "clerk")
    check("row 4 is printed", row["printed"]["timing"][:7], "Quý I, ")
    check("row 4 is read", row["rules"][0]["occurrences"][0]["dueOn"], "2021-02-27")
    days = everything("plan", path + "/due-days?limit=200", "clerk")
    check("the days of the year", days[0]["dueOn"], "2020-12-30")
    page = call("GET", "plan", path + "/review", "clerk")
    check("the page", (page.status, "dòng 103" in page.body.decode()), (200, True))
    late = get("plan", path + "/rows/2", "clerk")["printed"]
    corrected = call("PUT", "plan", path + "/rows/2", "clerk", dict(late, timing="Trước 15/01/2021"), If_Match=draft.headers["ETag"])
    check("a correction settles a finding", [finding["code"] for finding in corrected.json["settled"]], ["DEADLINE_OUTSIDE_YEAR"])
    check("with what to do about it", bool(corrected.json["settled"][0]["advice"]), True)
    compared = get("plan", path + "/changes", "clerk")
    check("the correction is one change", [(row["change"], row["order"]) for row in compared["rows"]], [("CHANGED", 2)])
    total = dict(document["header"], statedTotal=33_900_000)
    corrected = call("PUT", "plan", path + "/header", "clerk", total, If_Match=corrected.headers["ETag"])
    check("the total is corrected", (corrected.status, [finding["code"] for finding in corrected.json["settled"]]), (200, ["BUDGET_TOTAL_DIFFERS"]))
    area = document["areas"][0]
    area["targets"][0]["text"] = "Tối thiểu 98% văn bản được rà soát"
    corrected = call("PUT", "plan", f"{path}/areas/{area['number']}", "clerk", area, If_Match=corrected.headers["ETag"])
    check("a target is corrected", get("plan", path + "/targets?limit=1", "clerk")["items"][0]["aim"]["words"], "từ 98% trở lên")
    further = {"order": 3, "parent": 1, "title": "Phân công theo dõi cải cách hành chính", "timing": "Trước 20/01/2021"}
    inserted = call("POST", "plan", path + "/rows", "clerk", further, If_Match=corrected.headers["ETag"], Idempotency_Key=str(uuid.uuid4()))
    check("a row is inserted", (inserted.status, inserted.json["summary"]["tasks"]), (201, 73))
    removed = call("DELETE", "plan", path + "/rows/3", "clerk", If_Match=inserted.headers["ETag"])
    check("and removed", (removed.status, removed.json["summary"]["tasks"]), (200, 72))
    texts = {name: document.get(name, []) for name in ("objectives", "requirements", "arrangements", "recipients", "annexHeadings")}
    texts["recipients"].append("Lưu: VT")
    corrected = call("PUT", "plan", path + "/texts", "clerk", texts, If_Match=removed.headers["ETag"])
    added = get("plan", path + "/changes", "clerk")["linesAdded"]
    check("a text beside areas and rows is corrected", (corrected.status, [line["part"] for line in added]), (200, ["RECIPIENTS"]))
    notes = dict(get("plan", path + "/document", "clerk")["notes"], doubts=[], doubtsTotal=0)
    seen = call("PUT", "plan", path + "/notes", "clerk", notes, If_Match=corrected.headers["ETag"])
    check("a doubt that was looked at is settled", (seen.status, [finding["code"] for finding in seen.json["settled"]]), (200, ["FILE_DOUBT"]))
    for kind, office in (("Word", "wordprocessingml.document"), ("Excel", "spreadsheetml.sheet")):
        annex = call("GET", "plan", path + "/annex", "clerk", Accept=f"application/vnd.openxmlformats-officedocument.{office}")
        again = transcribed(annex.body)
        check(f"the annex for {kind} is transcribed again", (annex.status, again.status, len(again.json["document"]["annex"])), (200, 200, 103))
    check("the findings for Excel", call("GET", "plan", path + "/findings", "clerk").status, 200)
    check("given up", change("plan", path, "discards", "clerk", {}, Idempotency_Key=str(uuid.uuid4())).status, 200)


def milestones(plan, rows):
    print("Milestones")
    found = everything("plan", f"/api/v1/milestones?plan={plan}&limit=200", "leader")
    of_row = lambda seq: [each for each in found if each["taskId"] == rows[seq]["id"]]
    report = [each for each in of_row(4) if each["occurrence"] == "2021-Q1"][0]
    check("Q1 report due", (report["dueOn"], report["workOn"]), ("2021-02-27", "2021-02-26"))
    check("Q1 report's milestone", report["state"], "ACCEPTED")
    feedback = [each for each in of_row(16) if each["occurrence"] != "standing"]
    check("milestones of row 1.4.2 armed by feedback", len(feedback), 44)
    propaganda = [each for each in of_row(23) if each.get("dueOn") == "2021-01-31"][0]
    check("the returned product was submitted again, late", (propaganda["state"], propaganda["late"]), ("ACCEPTED", True))
    publication = [each for each in of_row(41) if each.get("dueOn") == "2021-02-15"][0]
    check("one is overdue", (publication["state"], publication["overdue"]), ("OPEN", True))


def the_feedback():
    print("Feedback of the quarter")
    total = counts("2021-01-01", "2021-02-25")
    for name, expected in COUNTS.items():
        check(name, total[name], expected)
    return total


def pakn(report):
    """The figures on feedback in a report."""
    figures = get("reporting", report + "/figures", "leader")["items"]
    values = {figure["code"]: figure.get("value") for figure in figures}
    return {name: int(values[f"pakn.{name}"]) for name in COUNTS}


def the_report(total):
    print("The report on the first quarter")
    due = get("reporting", "/api/v1/due-reports?year=2021", "leader")["items"]
    first = [each for each in due if each.get("regime", {}).get("code") == "CCHC" and each["period"] == "2021-Q1"][0]
    check("state and punctuality", (first["state"], first["inTime"], first["lateByDays"]), ("RECEIVED", True, 0))
    report = get("reporting", f"/api/v1/reports/{first['reportId']}", "leader")
    check("cut-off", (report["periodFrom"], report["cutOff"]), ("2021-01-01", "2021-02-25"))
    check("its figures equal the register", pakn(f"/api/v1/reports/{first['reportId']}"), total)
    pdf = call("GET", "reporting", f"/api/v1/reports/{first['reportId']}/document", "leader", Accept="application/pdf")
    check("PDF", (pdf.status, pdf.body[:5]), (200, b"%PDF-"))
    html = call("GET", "reporting", f"/api/v1/reports/{first['reportId']}/document", "leader", Accept="text/html")
    check("HTML preview", (html.status, "Độc lập - Tự do - Hạnh phúc" in html.body.decode()), (200, True))
    refused = change("reporting", f"/api/v1/reports/{first['reportId']}", "approvals", "leader", {})
    check("a received report cannot be approved again", refused.status, 409)
    return first["reportId"]


def authorities():
    return {each["code"]: each["id"] for each in get("plan", "/api/v1/authorities?limit=200")["items"]}


def counts(first, last):
    total = get("feedback", f"/api/v1/statistics?from={first}&to={last}", "clerk")["total"]
    return {name: total[name] for name in COUNTS}


def a_feedback_is_handed_in(authority):
    print("A citizen submits feedback and tracks it")
    wanted = {
        "authorityId": authority,
        "content": "Cột điện đầu thôn nghiêng sau trận mưa đêm qua, đề nghị kiểm tra.",
        "sender": {"name": "Nguyễn Văn Thử", "address": "Thôn Dỗi, xã Thượng Lộ", "phone": "0900 000 098"},
    }
    key = str(uuid.uuid4())
    post = lambda body: call("POST", "feedback", "/api/v1/feedback", body=body, Idempotency_Key=key)
    first = post(wanted)
    check("received", (first.status, first.json["state"]), (201, "RECEIVED"))
    check_sample("due", first.json["dueOn"], "2021-03-08")
    check("the same idempotency key returns the same receipt", post(wanted).json == first.json, True)
    check("the same key with another body", post(dict(wanted, content=wanted["content"] + " Rất nguy hiểm.")).status, 422)
    receipt = first.json
    check("tracked by code and secret", followed(receipt)["state"], "RECEIVED")
    wrong = call("GET", "feedback", f"/api/v1/tracking/{receipt['trackingCode']}", Tracking_Secret="A" * 32)
    unknown = call("GET", "feedback", "/api/v1/tracking/0000-000-000-000", Tracking_Secret="A" * 32)
    check("a wrong secret is indistinguishable from an unknown code", (wrong.status, wrong.json["title"]), (404, unknown.json["title"]))
    return receipt, wanted


def followed(receipt):
    """The citizen's view of the feedback."""
    return get("feedback", f"/api/v1/tracking/{receipt['trackingCode']}", Tracking_Secret=receipt["trackingSecret"])


def the_feedback_is_answered(receipt, authority, plan, rows):
    print("The commune answers it; milestone and figures follow")
    before = counts(ACCESS["today"], ACCESS["today"])
    check_sample("counted as open", (before["received"], before["open"]), (2, 2))
    path = f"/api/v1/feedback/{receipt['id']}"
    milestone = lambda: [
        (each["state"], each["dueOn"])
        for each in everything("plan", f"/api/v1/milestones?plan={plan}&task={rows[16]['id']}&limit=200", "leader")
        if each["occurrence"] == receipt["id"]
    ]
    eventually("a milestone of row 1.4.2 is armed, due on the same day", milestone, [("OPEN", receipt["dueOn"])])

    received = call("GET", "feedback", path, "clerk")
    own = {"classification": "REGULATION_OWN"}
    check("no If-Match", call("POST", "feedback", path + "/acceptances", "clerk", own).status, 428)
    accepted = change("feedback", path, "acceptances", "clerk", own)
    check("accepted", (accepted.status, accepted.json["state"]), (200, "ACCEPTED"))
    stale = call("POST", "feedback", path + "/closures", "clerk", {}, If_Match=received.headers["ETag"])
    check("a stale If-Match", stale.status, 412)
    wrong = change("feedback", path, "closures", "clerk", {})
    check("an invalid transition lists the allowed ones", (wrong.status, "assignments" in wrong.json["allowed"]), (409, True))
    check("an officer cannot read feedback that is not assigned to them", call("GET", "feedback", path, "officer").status, 404)

    check("a leader may not withdraw on behalf of the sender", change("feedback", path, "withdrawals", "leader", {}).status, 403)

    units = {each["code"]: each["id"] for each in get("plan", f"/api/v1/authorities/{authority}", "clerk")["units"]}
    check("assigned", change("feedback", path, "assignments", "clerk", {"unitId": units["VPTK"]}).json["state"], "ASSIGNED")
    text = {"text": "UBND xã đã phối hợp với Điện lực Nam Đông dựng lại cột trong ngày."}
    version = call("GET", "feedback", path, "officer").headers["ETag"]
    key = str(uuid.uuid4())
    answer = lambda: call("POST", "feedback", path + "/answers", "officer", text, If_Match=version, Idempotency_Key=key)
    answered = answer()
    check("answered by the officer", (answered.status, answered.json["state"]), (200, "ANSWERED"))
    again = answer()
    check("a retry with the same key is answered only once", (again.status, again.headers["ETag"]), (200, answered.headers["ETag"]))

    seen = followed(receipt)
    check("the citizen reads the answer", (seen["state"], seen["answer"]["text"]), ("ANSWERED", text["text"]))
    eventually("the milestone is accepted", milestone, [("ACCEPTED", receipt["dueOn"])])
    expected = dict(before, open=before["open"] - 1, answeredInTime=before["answeredInTime"] + 1)
    check("the figures of the day", counts(ACCESS["today"], ACCESS["today"]), expected)
    check("closed", change("feedback", path, "closures", "clerk", {}).json["state"], "CLOSED")


def the_next_report():
    print("The half-year report is begun")
    wanted = {"regime": "CCHC", "period": "2021-H1"}
    post = lambda: call("POST", "reporting", "/api/v1/reports", "clerk", wanted, Idempotency_Key=str(uuid.uuid4()))
    draft = post()
    check("drafted", (draft.status, draft.json["state"]), (201, "DRAFT"))
    check("its cut-off leaves a working day before the due day", (draft.json["cutOff"], draft.json["dueOn"]), ("2021-05-27", "2021-05-30"))
    check("it cannot be begun twice", post().status, 409)
    path = f"/api/v1/reports/{draft.json['id']}"
    total = counts(draft.json["periodFrom"], draft.json["cutOff"])
    eventually("its figures equal the register, including the new feedback", lambda: pakn(path), total)

    section = draft.json["sections"][0]["code"]
    write = lambda: call("PUT", "reporting", f"{path}/sections/{section}", "clerk", {"text": "Đang tổng hợp."}, If_Match=draft.headers["ETag"])
    check("a section is written", write().status, 200)
    check("a lost update is refused: stale If-Match", write().status, 412)
    check("a clerk may not approve", change("reporting", path, "approvals", "clerk", {}).status, 403)
    check("a clerk may not dispatch", change("reporting", path, "dispatches", "clerk", {}).status, 403)
    check("a report that is not approved cannot be dispatched", change("reporting", path, "dispatches", "leader", {}).status, 409)


def another_authority(district):
    print("Another authority's feedback is invisible to the commune")
    wanted = {
        "authorityId": district,
        "content": "Đèn tín hiệu ở ngã tư trung tâm huyện không sáng, đề nghị sửa chữa.",
        "sender": {"name": "Nguyễn Văn Thử", "phone": "0900 000 098"},
    }
    receipt = call("POST", "feedback", "/api/v1/feedback", body=wanted)
    check("received for the district", receipt.status, 201)
    foreign = f"/api/v1/feedback/{receipt.json['id']}"
    check("it cannot be read", call("GET", "feedback", foreign, "clerk").status, 404)
    refused = call("POST", "feedback", foreign + "/acceptances", "clerk", {"classification": "REGULATION_OWN"}, If_Match='"0"')
    check("it cannot be accepted", refused.status, 404)
    nothing = call("GET", "feedback", f"/api/v1/feedback/{uuid.uuid4()}", "clerk")
    check("the same response as for an unknown id", nothing.status, 404)


def a_page_is_filled_in(authority):
    print("A phone without a portal hands in and follows on pages")
    form = lambda path, fields: call("POST", "feedback", path, raw=urllib.parse.urlencode(fields).encode(),
                                     Content_Type="application/x-www-form-urlencoded", Accept="text/html")
    field = lambda page, name: re.search(f'name="{name}" value="([^"]+)"', page)[1]
    page = call("GET", "feedback", f"/phan-anh/{authority}", Accept="text/html").body.decode()
    action = re.search('action="(/phan-anh/[^"]+)"', page)[1]
    wanted = {"kind": "REFLECTION", "content": "Cống trước chợ bị tắc, nước tràn ra đường.", "sender.name": "Nguyễn Văn Thử",
              "sender.address": "Thôn Dỗi", "sender.phone": "12", "sender.email": "", "website": ""}
    with_files = lambda *files: call("POST", "feedback", action, Accept="text/html", **multipart([*wanted.items(), *files]))
    refused = with_files(("file", ("cong.png", "image/png", photo())))
    check("a wrong phone number is told beside its field", (refused.status, "Không phải số điện thoại" in refused.body.decode()), (422, True))
    wanted["sender.phone"] = "0900 000 098"
    kept = ("upload", field(refused.body.decode(), "upload"))
    receipt = with_files(kept).body.decode()
    key = {name: field(receipt, name) for name in ("code", "Tracking-Secret")}
    again = with_files(kept).body.decode()
    check("sent again it is the same", field(again, "code"), key["code"])
    shown = form("/tra-cuu", key)
    check("followed", (shown.status, "Đã tiếp nhận, đang xem xét" in shown.body.decode()), (200, True))
    action = re.search('action="(/tra-cuu/hoi/[^"]+)"', shown.body.decode())[1]
    asked = [form(action, key | {"text": "Bao giờ thì thông cống?"}) for _ in range(2)]
    check("a question is asked once, however often it is sent", [one.body.decode().count("Bao giờ thì thông cống?") for one in asked], [1, 1])
    waiting = everything("feedback", "/api/v1/feedback?awaitingReply=true", "clerk")
    check("the clerk sees that it waits", len(waiting), 1)
    attached = get("feedback", f"/api/v1/feedback/{waiting[0]['id']}/attachments", "clerk")["items"]
    check("and the photo of the form that was refused", [each["fileName"] for each in attached], ["cong.png"])
    thread = f"/api/v1/feedback/{waiting[0]['id']}/messages"
    check("the clerk replies", call("POST", "feedback", thread, "clerk", {"text": "Sáng mai có người đến thông."}).status, 201)
    check("nothing waits", everything("feedback", "/api/v1/feedback?awaitingReply=true", "clerk"), [])
    check("the sender reads the reply", "Sáng mai có người đến thông." in form("/tra-cuu", key).body.decode(), True)


def an_answer_does_not_satisfy(authority):
    print("An answered feedback is reopened and answered again")
    wanted = {"authorityId": authority, "content": "Biển báo ở ngã ba bản Dỗi bị cây che khuất.",
              "sender": {"name": "Nguyễn Văn Thử", "address": "Thôn Dỗi, xã Thượng Lộ", "phone": "0900 000 098"}}
    receipt = call("POST", "feedback", "/api/v1/feedback", body=wanted, Idempotency_Key=str(uuid.uuid4())).json
    path = f"/api/v1/feedback/{receipt['id']}"
    units = {each["code"]: each["id"] for each in get("plan", f"/api/v1/authorities/{authority}", "clerk")["units"]}
    change("feedback", path, "acceptances", "clerk", {"classification": "REGULATION_OWN"})
    change("feedback", path, "assignments", "clerk", {"unitId": units["VPTK"]})
    sender = lambda resource, body, key=None: call(
        "POST", "feedback", f"/api/v1/tracking/{receipt['trackingCode']}/{resource}", body=body,
        Tracking_Secret=receipt["trackingSecret"], Idempotency_Key=key or str(uuid.uuid4()))
    why = {"reason": "Cây mới tỉa một phía, biển vẫn bị che."}
    check("not before the answer", sender("reopenings", why).status, 409)
    change("feedback", path, "answers", "officer", {"text": "Đã tỉa cây."})
    until = followed(receipt)["reopenableUntil"]
    check("until which day is told", until > ACCESS["today"], True)
    check_sample("which is the sample's", until, "2021-03-12")
    key = str(uuid.uuid4())
    reopened = sender("reopenings", why, key)
    check("reopened", (reopened.status, reopened.json["state"]), (200, "REOPENED"))
    check("with the limit of a feedback of today", reopened.json["dueOn"], receipt["dueOn"])
    check("sent again it is reopened once", sender("reopenings", why, key).json["state"], "REOPENED")
    check("the answer before is still read", [each["text"] for each in followed(receipt)["earlierAnswers"]], ["Đã tỉa cây."])
    check("answered again", change("feedback", path, "answers", "officer", {"text": "Đã tỉa hết cành che biển."}).json["state"], "ANSWERED")
    check("once is all that the policy allows", sender("reopenings", why).json["type"], "urn:cchc:problem:reopenings-exhausted")
    line = [each for each in everything("feedback", f"/api/v1/register?year={YEAR}", "clerk") if each["feedbackId"] == receipt["id"]][0]
    check("the register has one line for it", (line["inTime"], line["reopened"]["times"]), (True, 1))


def a_file_on_a_bad_line(authority, report):
    print("A file on a bad line, more time for the answer, and its draft")
    tus = {"Tus_Resumable": "1.0.0"}
    file = call("GET", "reporting", f"/api/v1/reports/{report}/document", "leader", Accept="application/pdf").body
    begun = call("POST", "feedback", "/api/v1/uploads", raw=b"", Upload_Length=len(file), Upload_Metadata="filename YS5wZGY=", **tus)
    check("begun", begun.status, 201)
    path = urllib.parse.urlparse(begun.headers["Location"]).path
    send = lambda first, last: call("PATCH", "feedback", path, raw=file[first:last], Upload_Offset=first,
                                    Content_Type="application/offset+octet-stream", **tus)
    check("a part has come through", send(0, 1000).headers["Upload-Offset"], "1000")
    check("it is known after a break", call("HEAD", "feedback", path, **tus).headers["Upload-Offset"], "1000")
    check("another offset", send(900, 1100).status, 409)
    check("the rest", send(1000, len(file)).headers["Upload-Offset"], str(len(file)))
    wanted = {"authorityId": authority, "content": "Cầu bản Dỗi có vết nứt, xem tệp kèm theo.", "attachments": [path.split("/")[-1]],
              "sender": {"name": "Nguyễn Văn Thử", "address": "Thôn Dỗi, xã Thượng Lộ", "phone": "0900 000 098"}}
    receipt = call("POST", "feedback", "/api/v1/feedback", body=wanted, Idempotency_Key=str(uuid.uuid4())).json
    of = f"/api/v1/feedback/{receipt['id']}"
    listed = get("feedback", of + "/attachments", "clerk")["items"]
    got = call("GET", "feedback", f"{of}/attachments/{listed[0]['id']}", "clerk", Accept="*/*")
    check("staff gets it as it was", (len(listed), got.status, got.body == file), (1, 200, True))

    change("feedback", of, "acceptances", "clerk", {"classification": "REGULATION_OWN"})
    units = {each["code"]: each["id"] for each in get("plan", f"/api/v1/authorities/{authority}", "clerk")["units"]}
    change("feedback", of, "assignments", "clerk", {"unitId": units["VPTK"]})
    asked = change("feedback", of, "extension-requests", "officer", {"amount": 3, "reason": "Phải chờ khảo sát cầu."}, Idempotency_Key=str(uuid.uuid4()))
    check("more time is asked for", (asked.status, asked.json["dueOn"]), (200, receipt["dueOn"]))
    check("an officer may not grant it", change("feedback", of, "extensions", "officer", {}).status, 403)
    granted = change("feedback", of, "extensions", "leader", {}, Idempotency_Key=str(uuid.uuid4()))
    check("granted by the leader", (granted.status, granted.json["dueOn"] > receipt["dueOn"]), (200, True))
    check_sample("until", granted.json["dueOn"], "2021-03-11")
    told = followed(receipt)
    check("told to the sender", (told["dueOn"], told["extensions"][0]["reason"]), (granted.json["dueOn"], "Phải chờ khảo sát cầu."))

    drafted = call("POST", "feedback", of + "/answer-drafts", "officer", {"text": "Đã gia cố cầu."}, Idempotency_Key=str(uuid.uuid4())).json
    hand_in = lambda version: change("feedback", of, "answer-submissions", "officer", {"draftVersion": version}).status
    check("a draft of the answer is handed in", hand_in(drafted["version"]), 200)
    check("returned by the leader", change("feedback", of, "answer-returns", "leader", {"reason": "Nêu rõ ngày gia cố."}).status, 200)
    returned = call("GET", "feedback", f"{of}/answer-drafts/{drafted['id']}", "officer")
    check("with the reason", returned.json["returned"]["reason"], "Nêu rõ ngày gia cố.")
    again = call("PUT", "feedback", f"{of}/answer-drafts/{drafted['id']}", "officer", {"text": "Đã gia cố cầu ngày 02/3/2021."}, If_Match=returned.headers["ETag"])
    check("and handed in again", hand_in(again.json["version"]), 200)
    check("the office takes it back", change("feedback", of, "answer-recalls", "officer", {"reason": "Thêm ảnh."}).status, 200)
    the_draft = lambda who: get("feedback", of + "/answer-drafts", who)["items"][0]
    check("and hands it in once more", hand_in(the_draft("officer")["version"]), 200)
    check("nothing of it is told to the sender", "answer" in followed(receipt), False)
    released = change("feedback", of, "answer-releases", "leader", {"draftVersion": the_draft("leader")["version"]}, Idempotency_Key=str(uuid.uuid4()))
    check("released by the leader", (released.status, released.json["state"], followed(receipt)["answer"]["text"]), (200, "ANSWERED", "Đã gia cố cầu ngày 02/3/2021."))


def the_register():
    print("The register as it was printed")
    path = f"/api/v1/register/document?year={YEAR}&asOf=" + (ACCESS["today"] if PRODUCTION else "2021-01-31")
    pdf = call("GET", "feedback", path, "clerk", Accept="application/pdf")
    check("as PDF", (pdf.status, pdf.body[:5]), (200, b"%PDF-"))
    check("the same bytes again", call("GET", "feedback", path, "clerk", Accept="application/pdf").body == pdf.body, True)
    sheet = call("GET", "feedback", path, "clerk", Accept="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    check("as XLSX", (sheet.status, sheet.body[:2]), (200, b"PK"))


def an_old_register():
    print("The register that an office kept in a file")
    year, month, day = ACCESS["today"].split("-")
    line = "{};{};Hoàng Văn Em;Thôn 5;{};Điện thoại;{}"
    send = lambda table, query="": call("POST", "feedback", "/api/v1/feedback-registers" + query, "clerk", **multipart(
        [("file", ("so-theo-doi.csv", "text/csv", "\n".join(["STT;Ngày nhận;Họ và tên;Địa chỉ;Số điện thoại;Hình thức tiếp nhận;Nội dung", *table]).encode()))]))
    table = [
        line.format(1, f"{day}/{month}/{year}", "0912 000 333", "Đèn đường thôn 5 hỏng"),
        line.format(2, "31/02/2021", "0912 000 333", "Mương thôn 5 tắc"),
    ]
    outcomes = lambda answer: (answer.status, [row["outcome"] for row in answer.json["rows"]])
    check("looked at first", outcomes(send(table, "?dryRun=true")), (200, ["IN_ORDER", "FAULTY"]))
    taken = send(table)
    check("taken row by row", outcomes(taken), (200, ["TAKEN", "FAULTY"]))
    check("a fault names its column", [fault["column"] for fault in taken.json["rows"][1]["faults"]], ["Ngày nhận"])
    table[1] = line.format(2, f"{day}/{month}/{year}", "0912 000 333", "Mương thôn 5 tắc")
    check("corrected and sent again", outcomes(send(table)), (200, ["TAKEN_BEFORE", "TAKEN"]))
    receipt = taken.json["rows"][0]["receipt"]
    check("the sender follows it", followed(receipt)["state"], "RECEIVED")
    return receipt


def a_matter_is_told_twice(authority, first):
    print("Two tell of one matter")
    wanted = {
        "authorityId": authority, "kind": "REFLECTION", "content": "Đèn đường ở thôn 5 hỏng, đề nghị sửa",
        "sender": {"name": "Vũ Thị Gấm", "address": "Thôn 5", "phone": "0912 000 444"}}
    second = call("POST", "feedback", "/api/v1/feedback", body=wanted, Idempotency_Key=str(uuid.uuid4())).json
    path = f"/api/v1/feedback/{second['id']}"
    similar = [case["id"] for case in get("feedback", path + "/similar-cases", "clerk")["items"]]
    check("it is suggested", first["id"] in similar, True)
    merged = change("feedback", path, "merges", "clerk", {"intoId": first["id"]}, Idempotency_Key=str(uuid.uuid4()))
    check("merged, with a limit of its own", (merged.status, merged.json["mergedInto"], merged.json["dueOn"]), (200, first["id"], second["dueOn"]))
    leading = f"/api/v1/feedback/{first['id']}"
    check("the leading case lists it", [case["id"] for case in get("feedback", leading + "/merged-cases", "clerk")["items"]], [second["id"]])
    units = {each["code"]: each["id"] for each in get("plan", f"/api/v1/authorities/{authority}", "clerk")["units"]}
    for case in (leading, path):
        change("feedback", case, "acceptances", "clerk", {"classification": "REGULATION_OWN"}, Idempotency_Key=str(uuid.uuid4()))
    change("feedback", leading, "assignments", "clerk", {"unitId": units["VPTK"]}, Idempotency_Key=str(uuid.uuid4()))
    change("feedback", leading, "answers", "clerk", {"text": "Đèn thôn 5 đã được thay."}, Idempotency_Key=str(uuid.uuid4()))
    shared = change("feedback", path, "shared-answers", "clerk", None, Idempotency_Key=str(uuid.uuid4()))
    check("the answer is shared", (shared.status, shared.json.get("state")), (200, "ANSWERED"))
    check("the second sender reads it", followed(second)["answer"]["text"], "Đèn thôn 5 đã được thay.")


def bad_input(wanted):
    print("Bad input")
    post = lambda **how: call("POST", "feedback", "/api/v1/feedback", **how).status
    check("malformed JSON", post(raw=b"{"), 400)
    check("an unknown field", post(body=dict(wanted, colour="red")), 400)
    check("an empty content", post(body=dict(wanted, content=" ")), 422)
    check("no token", call("GET", "feedback", f"/api/v1/register?year={YEAR}").status, 401)
    check("a forged token", call("GET", "feedback", f"/api/v1/register?year={YEAR}", ACCESS["tokens"]["clerk"][:-8] + "AAAAAAAA").status, 401)
    check("a role without the right", call("GET", "feedback", f"/api/v1/register?year={YEAR}", "district").status, 403)
    check("an unknown id", call("GET", "plan", f"/api/v1/plans/{uuid.uuid4()}", "leader").status, 404)
    check("an invalid date", call("GET", "plan", "/api/v1/milestones?dueBefore=2021-02-30", "leader").status, 400)


def operations():
    print("Health and metrics are served on the management port only")
    for service in ACCESS["services"]:
        for path in ("/q/health", "/q/health/ready", "/q/metrics"):
            check(f"{service} {path}", call("GET", service, path, of="management").status, 200)
            refused = call("GET", service, path)
            check("not on the API port", refused.status, 404)
            # A gateway refuses it with a page of its own.
            check_sample("by the service", refused.headers["Content-Type"], "application/problem+json")
        check(f"{service} OpenAPI document", call("GET", service, "/q/openapi").status, 200)
        for path in ("/q/openapi", "/api/v1/authorities", "/local/training-clock"):
            check(f"not on the management port: {path}", call("GET", service, path, of="management").status, 404)


check_sample("today", ACCESS["today"], "2021-02-26")
AUTHORITIES = authorities()
PLAN, ROWS = the_plan()
if not PRODUCTION:
    milestones(PLAN, ROWS)
the_next_plan()
if PRODUCTION:
    REPORT = get("reporting", "/api/v1/reports?limit=1", "leader")["items"][0]["id"]
else:
    REPORT = the_report(the_feedback())
RECEIPT, HANDED_IN = a_feedback_is_handed_in(AUTHORITIES["THUONG-LO"])
the_feedback_is_answered(RECEIPT, AUTHORITIES["THUONG-LO"], PLAN, ROWS)
if not PRODUCTION:
    the_next_report()
another_authority(AUTHORITIES["NAM-DONG"])
a_page_is_filled_in(AUTHORITIES["THUONG-LO"])
an_answer_does_not_satisfy(AUTHORITIES["THUONG-LO"])
a_file_on_a_bad_line(AUTHORITIES["THUONG-LO"], REPORT)
the_register()
a_matter_is_told_twice(AUTHORITIES["THUONG-LO"], an_old_register())
bad_input(HANDED_IN)
operations()
print(f"{CHECKED} checks passed")
if len(sys.argv) > 2:
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        print(ACCESS["services"]["feedback"], RECEIPT["trackingCode"], RECEIPT["trackingSecret"], sep="\n", file=file)
