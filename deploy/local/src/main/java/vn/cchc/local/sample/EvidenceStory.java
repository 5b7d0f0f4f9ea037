package vn.cchc.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.cchc.local.api.Callers;
import vn.cchc.local.api.Service;
import vn.cchc.local.api.TokenIssuer.Holder;

/** Plays {@code evidence.yaml}: the units' submissions and the leader's decisions. */
final class EvidenceStory {
    private final Callers callers;
    private final People people;
    private final Annex annex;

    EvidenceStory(Callers callers, People people, Annex annex) {
        this.callers = callers;
        this.people = people;
        this.annex = annex;
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (JsonNode told : Resources.yaml("evidence.yaml")) {
            steps.add(submission(told));
            if (told.has("accept")) {
                steps.add(step(told, "accept", "acceptances", people.leader(), Map.of()));
            } else {
                Map<String, String> reason = Map.of("reason", told.get("reason").asText());
                steps.add(step(told, "return", "returns", people.leader(), reason));
            }
        }
        return steps;
    }

    private Step submission(JsonNode told) {
        Holder who = people.actor(told.get("by").asText());
        String note = told.get("note").asText();
        if (!told.has("file")) {
            return step(told, "at", "submissions", who, Map.of("note", note));
        }
        String file = told.get("file").asText();
        return step(told, "at", "submissions", (path, headers) -> callers.as(who, Service.PLAN)
                .postFile(path, note, file, Resources.bytes(file), headers));
    }

    private Step step(JsonNode told, String time, String resource, Holder who, Map<String, String> request) {
        return step(told, time, resource, (path, headers) -> callers.as(who, Service.PLAN)
                .post(path, request, headers));
    }

    /** Sends a request to a path with the headers common to all steps. */
    private interface Sending {
        void send(String path, Map<String, String> headers);
    }

    private Step step(JsonNode told, String time, String resource, Sending sending) {
        int row = told.get("row").asInt();
        String due = told.get("due").asText();
        String at = told.get(time).asText();
        String key = "evidence/" + row + "/" + due + "/" + at + "/" + resource;
        return new Step(LocalDateTime.parse(at), key, journal -> {
            String path = annex.milestone(journal, row, due);
            String version =
                    callers.as(people.clerk(), Service.PLAN).getVersioned(path).etag();
            sending.send(path + "/" + resource, Keys.forStep(key, version));
            return Map.of();
        });
    }
}
