package vn.cchc.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.cchc.local.api.ApiClient;
import vn.cchc.local.api.ApiClient.Answer;
import vn.cchc.local.api.Callers;
import vn.cchc.local.api.Fault;
import vn.cchc.local.api.Service;
import vn.cchc.local.api.TokenIssuer.Holder;

/** The products that units hand in, and what the leader makes of them; {@code evidence.yaml} tells it. */
final class EvidenceStory {
    private final Callers callers;
    private final People people;

    EvidenceStory(Callers callers, People people) {
        this.callers = callers;
        this.people = people;
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (JsonNode told : Resources.yaml("evidence.yaml")) {
            int row = told.get("row").asInt();
            String due = told.get("due").asText();
            String key = "evidence/" + row + "/" + due + "/" + told.get("at").asText();
            steps.add(new Step(time(told, "at"), key, journal -> {
                submit(find(journal, row, due), told, key);
                return Map.of();
            }));
            if (told.has("accept")) {
                steps.add(new Step(time(told, "accept"), key + "/accept", journal -> {
                    byLeader(find(journal, row, due), "acceptances", Map.of(), key + "/accept");
                    return Map.of();
                }));
            } else {
                Map<String, String> reason = Map.of("reason", told.get("reason").asText());
                steps.add(new Step(time(told, "return"), key + "/return", journal -> {
                    byLeader(find(journal, row, due), "returns", reason, key + "/return");
                    return Map.of();
                }));
            }
        }
        return steps;
    }

    private static LocalDateTime time(JsonNode told, String field) {
        return LocalDateTime.parse(told.get(field).asText());
    }

    /** The milestone of a row with this due day. */
    private JsonNode find(Journal journal, int row, String due) {
        String plan = journal.value(PlanStory.PLAN);
        ApiClient clerk = callers.as(people.clerk(), Service.PLAN);
        String next = "";
        do {
            JsonNode page = clerk.get("/api/v1/milestones?plan=" + plan + "&limit=200" + next);
            for (JsonNode milestone : page.get("items")) {
                if (milestone.at("/task/order").asInt() == row
                        && milestone.path("dueOn").asText().equals(due)) {
                    return milestone;
                }
            }
            next = page.hasNonNull("next") ? "&cursor=" + page.get("next").asText() : null;
        } while (next != null);
        throw new Fault("The plan has no milestone of row " + row + " that is due on " + due
                + ": begin anew with -Dcchc.fresh.");
    }

    private void submit(JsonNode milestone, JsonNode told, String key) {
        act(
                people.actor(told.get("by").asText()),
                milestone,
                "submissions",
                Map.of("note", told.get("note").asText()),
                key);
    }

    private void byLeader(JsonNode milestone, String resource, Object request, String key) {
        act(people.leader(), milestone, resource, request, key);
    }

    private void act(Holder who, JsonNode milestone, String resource, Object request, String key) {
        String path = "/api/v1/milestones/" + milestone.get("id").asText();
        ApiClient service = callers.as(who, Service.PLAN);
        Answer before = service.getVersioned(path);
        service.post(path + "/" + resource, request, Keys.forStep(key, before.etag()));
    }
}
