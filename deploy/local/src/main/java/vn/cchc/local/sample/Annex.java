package vn.cchc.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import vn.cchc.local.api.ApiClient;
import vn.cchc.local.api.Callers;
import vn.cchc.local.api.Fault;
import vn.cchc.local.api.Service;

/** Resolves the sample's references to annex rows by their order. */
final class Annex {
    private final Callers callers;
    private final People people;
    private final Map<Integer, String> tasks = new HashMap<>();

    Annex(Callers callers, People people) {
        this.callers = callers;
        this.people = people;
    }

    /** Id of the task of this row. */
    String task(Journal journal, int row) {
        if (tasks.isEmpty()) {
            plan().get("/api/v1/plans/" + journal.value(PlanStory.PLAN) + "/tasks")
                    .get("items")
                    .forEach(task ->
                            tasks.put(task.get("seq").asInt(), task.get("id").asText()));
        }
        String id = tasks.get(row);
        if (id == null) {
            throw new Fault("The plan has no row " + row + ": start over with -Dcchc.fresh.");
        }
        return id;
    }

    /** Path of this row's milestone with this due day. */
    String milestone(Journal journal, int row, String due) {
        String query = "/api/v1/milestones?plan=" + journal.value(PlanStory.PLAN) + "&task=" + task(journal, row)
                + "&limit=200";
        for (JsonNode milestone : plan().get(query).get("items")) {
            if (milestone.path("dueOn").asText().equals(due)) {
                return "/api/v1/milestones/" + milestone.get("id").asText();
            }
        }
        throw new Fault("The plan has no milestone of row " + row + " that is due on " + due
                + ": start over with -Dcchc.fresh.");
    }

    private ApiClient plan() {
        return callers.as(people.clerk(), Service.PLAN);
    }
}
