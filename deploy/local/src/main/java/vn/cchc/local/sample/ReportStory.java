package vn.cchc.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.cchc.local.api.ApiClient;
import vn.cchc.local.api.ApiClient.Answer;
import vn.cchc.local.api.Callers;
import vn.cchc.local.api.Service;
import vn.cchc.local.api.TokenIssuer.Holder;

/** The report on the first quarter, from draft to received; {@code report.yaml} holds what people write into it. */
final class ReportStory {
    private static final LocalDateTime DRAFTED = LocalDateTime.parse("2021-02-26T08:30");
    private static final LocalDateTime APPROVED = LocalDateTime.parse("2021-02-26T10:30");
    private static final LocalDateTime SENT = LocalDateTime.parse("2021-02-26T14:00");
    private static final LocalDateTime RECEIVED = LocalDateTime.parse("2021-02-26T15:30");

    /** The name under which the report's id is kept. */
    static final String REPORT = "report.id";

    private final Callers callers;
    private final People people;

    ReportStory(Callers callers, People people) {
        this.callers = callers;
        this.people = people;
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(DRAFTED, "report/draft", journal -> draft()));
        Resources.yaml("report.yaml").properties().forEach(section -> {
            String key = "report/section/" + section.getKey();
            steps.add(new Step(DRAFTED.plusMinutes(30), key, journal -> {
                write(path(journal), section.getKey(), section.getValue());
                return Map.of();
            }));
        });
        steps.add(step(APPROVED, "approvals", people.leader()));
        steps.add(step(SENT, "dispatches", people.leader()));
        steps.add(step(RECEIVED, "receipts", people.reviewer()));
        return steps;
    }

    static String path(Journal journal) {
        return "/api/v1/reports/" + journal.value(REPORT);
    }

    private Map<String, String> draft() {
        Answer report = callers.as(people.clerk(), Service.REPORTING)
                .post("/api/v1/reports", Map.of("regime", "CCHC", "period", "2021-Q1"), Keys.forStep("report/draft"));
        return Map.of(REPORT, report.body().get("id").asText());
    }

    private void write(String path, String section, JsonNode text) {
        ApiClient clerk = callers.as(people.clerk(), Service.REPORTING);
        Answer before = clerk.getVersioned(path);
        clerk.put(
                path + "/sections/" + section,
                Map.of("text", text.asText().strip()),
                Map.of("If-Match", before.etag()));
    }

    private Step step(LocalDateTime at, String resource, Holder who) {
        String key = "report/" + resource;
        return new Step(at, key, journal -> {
            ApiClient service = callers.as(who, Service.REPORTING);
            Answer before = service.getVersioned(path(journal));
            service.post(path(journal) + "/" + resource, Map.of(), Keys.forStep(key, before.etag()));
            return Map.of();
        });
    }
}
