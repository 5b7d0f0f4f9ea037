package vn.cchc.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.cchc.local.api.ApiClient;
import vn.cchc.local.api.Callers;
import vn.cchc.local.api.Service;

/** Plays {@code progress.yaml}: progress entries of continuous tasks. */
final class ProgressStory {
    private static final String PERIOD = "2021-Q1";

    private final Callers callers;
    private final People people;
    private final Annex annex;

    ProgressStory(Callers callers, People people, Annex annex) {
        this.callers = callers;
        this.people = people;
        this.annex = annex;
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (JsonNode told : Resources.yaml("progress.yaml")) {
            int row = told.get("row").asInt();
            String key = "progress/" + row;
            steps.add(new Step(LocalDateTime.parse(told.get("at").asText()), key, journal -> {
                ApiClient service = callers.as(people.actor(told.get("by").asText()), Service.PLAN);
                service.post(
                        "/api/v1/tasks/" + annex.task(journal, row) + "/progress-entries",
                        Map.of("period", PERIOD, "note", told.get("note").asText()),
                        Keys.forStep(key));
                return Map.of();
            }));
        }
        return steps;
    }
}
