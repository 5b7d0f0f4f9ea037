"""The working calendar of the running system: changes by the administrator, and the due days that they move."""
import uuid

from commune import id_of
from system import check, done

SERVICES = ["feedback-service", "plan-service", "reporting-service"]


class Calendar:
    def __init__(self, commune):
        self.commune, self.system = commune, commune.system

    def propose(self, year, reason, **changes):
        """Proposes a change of the calendar, and returns its path."""
        body = {"year": year, "reason": reason} | changes
        answer = done("the proposal", self.system.call("POST", "plan", "/api/v1/calendar-revisions", "admin", body,
                                                       Idempotency_Key=str(uuid.uuid4())), 201)
        for day in answer["changedDays"]:
            print(f"      {day['day']}: {'worked' if day['worked'] else 'off, ' + day['reasonOff']['vi']}")
        return f"/api/v1/calendar-revisions/{answer['id']}"

    def view(self, path):
        return self.system.get("plan", path, "admin")

    def unanswered(self, path):
        return self.view(path)["unanswered"]

    def lacking(self, path, stage):
        """The services whose count is missing at a stage."""
        return [each["service"] for each in self.view(path)["services"] if stage not in each]

    def counts(self, path, stage):
        """Each service's count for a change of the calendar at a stage."""
        told = {each["service"]: each.get(stage) for each in self.view(path)["services"]}
        check(f"{stage} by", sorted(told), SERVICES)
        for service, count in sorted(told.items()):
            print(f"      {service}: " + ", ".join(f"{name} {count[name]}" for name in ("open", "later", "earlier", "settled")))
        return told

    def decide(self, path, decision, reason):
        return done(decision, self.system.change("plan", path, decision, "admin", {"reason": reason}), 200)

    def due(self, path):
        """The due day of a feedback as shown to the clerk, and the former one if it has moved."""
        view = self.system.get("feedback", path, "clerk")
        return view["dueOn"], view.get("dueMovedFrom"), view["dueProvisional"]

    def milestone_due(self, path):
        """The same of its milestone."""
        seen = self.commune.milestone(id_of(path))
        return seen.get("dueOn"), seen.get("dueMovedFrom"), seen.get("dueProvisional")

    def reasons(self, service, path, what):
        """The reasons of changes of a kind in the history of a case or report."""
        changes = self.system.get(service, path + "/changes?limit=200", "clerk")["items"]
        return [each["reason"] for each in changes if each["what"] == what]
