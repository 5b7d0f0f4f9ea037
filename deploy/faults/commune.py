"""The sample's commune on the running system: its reports, feedback, milestones and figures."""
import datetime
import sys
import uuid

from system import check, done, eventually

# Names of the feedback figures in feedback-service's statistics; in a report they have the prefix "pakn.".
COUNTS = ("received", "answeredInTime", "answeredLate", "open", "overdue", "refused", "referred", "withdrawn")

REPORTS = "Báo cáo định kỳ hàng quý, 6 tháng, năm về CCHC"
UNIT = "Văn phòng - Thống kê"

# plan-service's topics from which figures are counted.
PLANS_TOPICS = ["cchc.milestone", "cchc.plan", "cchc.target-reading", "cchc.task"]
TOPICS = sorted(PLANS_TOPICS + ["cchc.feedback"])


def days_after(day, days):
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days)).isoformat()


def missing_topics(answer):
    return sorted({each["topic"] for each in answer.json.get("missing", [])})


class Commune:
    def __init__(self, system):
        self.system = system
        self.id = self.authority("THUONG-LO")
        units = system.get("plan", f"/api/v1/authorities/{self.id}", "clerk")["units"]
        self.units = {unit["code"]: unit["id"] for unit in units}
        self.plan = system.get("plan", "/api/v1/plans?year=2021", "leader")["items"][0]["id"]

    def authority(self, code):
        return self.system.get("plan", f"/api/v1/authorities?code={code}")["items"][0]["id"]

    def issue_plan(self, year, timing):
        """Imports and issues a plan of two rows: a report, and the handling of feedback."""
        document = {
            "format": "cchc-plan-document/1",
            "header": {"number": f"1/{year}/KH-UBND", "title": f"Kế hoạch cải cách hành chính năm {year}",
                       "issuer": "UBND xã Thượng Lộ", "place": "Thượng Lộ", "signedOn": f"{year - 1}-12-22", "year": year},
            "areas": [],
            "annex": [
                {"order": 1, "code": "1", "title": "CÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH CCHC"},
                {"order": 2, "parent": 1, "code": "1.1", "title": REPORTS, "lead": UNIT,
                 "products": ["Các báo cáo định kỳ về CCHC"], "timing": timing},
                {"order": 3, "parent": 1, "code": "1.2",
                 "title": "Xử lý PAKN thuộc thẩm quyền giải quyết của cá nhân, tổ chức", "lead": UNIT,
                 "products": ["Sổ theo dõi phản ánh, kiến nghị"], "timing": "10 ngày sau khi nhận được PA,KN"}]}
        draft = done("the import", self.system.call("POST", "plan", "/api/v1/plan-imports", "clerk", {"document": document},
                                                    Idempotency_Key=str(uuid.uuid4())), 201)
        plan = done("the issuance", self.system.change("plan", f"/api/v1/plan-imports/{draft['id']}", "issuances", "leader", {},
                                                       Idempotency_Key=str(uuid.uuid4())), 201)
        self.plan = plan["id"]

    def due_reports(self, year="2021"):
        due = self.system.everything("reporting", f"/api/v1/due-reports?year={year}&limit=200", "leader")
        return sorted((each for each in due if each.get("regime", {}).get("code") == "CCHC"), key=lambda each: each["cutOff"])

    def due_report(self, period):
        """A CCHC report in the list of due reports; empty while it is not listed."""
        return next((each for each in self.due_reports(period[:4]) if each["period"] == period), {})

    def of_report(self, period):
        """The milestone of a report: due day, its working day, and the former working day if that has moved."""
        seen = [each for each in self.milestones() if each["occurrence"] == period][0]
        return seen["dueOn"], seen["workOn"], seen.get("workMovedFrom")

    def the_next(self):
        """Period and cut-off of the CCHC report with the next cut-off."""
        today = self.system.now()[:10]
        due = [each for each in self.due_reports() if each["cutOff"] > today]
        if not due:
            sys.exit("no cut-off is left in 2021: restart the system with -Dcchc.fresh")
        return due[0]["period"], due[0]["cutOff"]

    def report(self, period):
        """The path of the report on a period; creates the report if necessary."""
        for report in self.system.everything("reporting", "/api/v1/reports?limit=200", "leader"):
            if report["period"] == period:
                return f"/api/v1/reports/{report['id']}"
        answer = self.system.call("POST", "reporting", "/api/v1/reports", "clerk", {"regime": "CCHC", "period": period},
                                  Idempotency_Key=str(uuid.uuid4()))
        return f"/api/v1/reports/{answer.json['id']}"

    def approve(self, report, **body):
        return self.system.change("reporting", report, "approvals", "leader", body)

    def missing(self, report):
        """The missing sources of a draft whose cut-off has passed."""
        return self.system.get("reporting", report, "leader").get("missing", [])

    def figures(self, report):
        """The figures of a report by code."""
        return {figure["code"]: figure for figure in self.system.get("reporting", report + "/figures", "leader")["items"]}

    def values(self, report):
        return {code: figure.get("value") for code, figure in self.figures(report).items()}

    def pakn(self, report, *names):
        """Values of feedback figures in a report."""
        values = self.values(report)
        return [int(values["pakn." + name]) for name in names]

    def sources(self, report, code):
        """The ids that a figure was counted from."""
        path = f"{report}/figures/{code}/sources?limit=200"
        return {each["id"] for each in self.system.everything("reporting", path, "leader")}

    def statistics(self, first, last, recorded_up_to=None):
        recorded = "" if recorded_up_to is None else f"&recordedUpTo={recorded_up_to}"
        return self.system.get("feedback", f"/api/v1/statistics?from={first}&to={last}{recorded}", "clerk")

    def milestones(self, query=""):
        return self.system.everything("plan", f"/api/v1/milestones?plan={self.plan}&limit=200{query}", "leader")

    def progress(self):
        return self.system.get("plan", f"/api/v1/plans/{self.plan}/progress", "leader")

    def hand_in_product(self, milestone, decision=None, body=None):
        """Submits the product of a milestone; the leader decides on it."""
        for resource, role, wanted in [("submissions", "clerk", {"note": "Sản phẩm kèm theo."})] + (
                [(decision, "leader", body or {})] if decision else []):
            answer = self.system.change("plan", milestone, resource, role, wanted)
            if answer.status not in (200, 201):
                sys.exit(f"{resource} of {milestone} answered {answer.status}: {answer.body[:300]!r}")

    def milestone(self, feedback):
        """The milestone armed by a feedback."""
        found = [each for each in self.milestones() if each["occurrence"] == feedback]
        return found[0] if found else {"state": "not armed"}

    def hand_in(self, content, channel="ONLINE", received_at=None, address="Thôn Dỗi"):
        """Submits feedback, online as its sender, through other channels as the clerk who enters it; returns its path."""
        body = {
            "authorityId": self.id,
            "channel": channel,
            "content": content,
            "sender": {"name": "Nguyễn Văn Thử", "phone": "0900 000 098"} | ({"address": address} if address else {}),
        }
        if received_at is not None:
            body["receivedAt"] = received_at
        answer = self.system.call("POST", "feedback", "/api/v1/feedback", "clerk" if channel != "ONLINE" else None, body,
                                  Idempotency_Key=str(uuid.uuid4()))
        if answer.status != 201:
            sys.exit(f"the feedback was not accepted: {answer.status} {answer.body[:300]!r}")
        return f"/api/v1/feedback/{answer.json['id']}"

    def do(self, path, resource, body, role="clerk"):
        """A state transition of a feedback, by staff."""
        answer = self.system.change("feedback", path, resource, role, body)
        if answer.status != 200:
            sys.exit(f"{resource} of {path} answered {answer.status}: {answer.body[:300]!r}")
        return answer.json

    def assign(self, path):
        self.do(path, "acceptances", {"classification": "REGULATION_OWN"})
        self.do(path, "assignments", {"unitId": self.units["VPTK"]})

    def answer(self, path):
        return self.do(path, "answers", {"text": "Đã xử lý xong, cảm ơn ông (bà)."}, "officer")

    def agree(self, report, cut_off, first="2021-01-01"):
        """Checks that the feedback figures of an approved report equal the statistics of its period."""
        seen = self.values(report)
        total = self.statistics(first, cut_off, cut_off)["total"]
        check("PAKN in the report and in the statistics", {name: int(seen["pakn." + name]) for name in COUNTS},
              {name: total[name] for name in COUNTS})

    def approved(self, report):
        """Waits until no source is missing, and approves."""
        eventually("no source is missing", lambda: self.missing(report), [], 60)
        answer = self.approve(report)
        check("approved", (answer.status, answer.json["state"]), (200, "APPROVED"))
        return answer.json


def id_of(path):
    return path.rsplit("/", 1)[1]
