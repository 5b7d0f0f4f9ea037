package vn.cchc.local.sample;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import vn.cchc.local.api.ApiClient;
import vn.cchc.local.api.ApiClient.Answer;
import vn.cchc.local.api.Callers;
import vn.cchc.local.api.Service;

/** The plan of 2021: transcribed from its Word file on the day of its signature, imported, and issued by the leader. */
final class PlanStory {
    private static final LocalDateTime IMPORTED = LocalDateTime.parse("2020-12-24T09:30");
    private static final LocalDateTime ISSUED = LocalDateTime.parse("2020-12-24T14:00");
    private static final String IMPORT = "plan.import";
    private static final String FILE = "plan-57-KH-UBND.docx";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /** Journal key of the plan's id. */
    static final String PLAN = "plan.id";

    private final Callers callers;
    private final People people;

    PlanStory(Callers callers, People people) {
        this.callers = callers;
        this.people = people;
    }

    List<Step> steps() {
        return List.of(
                new Step(IMPORTED, "plan/import", journal -> bringIn()),
                new Step(ISSUED, "plan/issue", journal -> issue(journal.value(IMPORT))));
    }

    private Map<String, String> bringIn() {
        ApiClient clerk = callers.as(people.clerk(), Service.PLAN);
        Answer transcript = clerk.postFile("/api/v1/plan-transcripts", FILE, WORD, Resources.bytes(FILE));
        Answer draft = clerk.post(
                "/api/v1/plan-imports",
                Map.of("document", transcript.body().get("document")),
                Keys.forStep("plan/import"));
        return Map.of(IMPORT, draft.body().get("id").asText());
    }

    private Map<String, String> issue(String id) {
        String path = "/api/v1/plan-imports/" + id;
        ApiClient leader = callers.as(people.leader(), Service.PLAN);
        Answer draft = leader.getVersioned(path);
        Answer issued = leader.post(path + "/issuances", Map.of(), Keys.forStep("plan/issue", draft.etag()));
        return Map.of(PLAN, issued.body().get("id").asText());
    }
}
