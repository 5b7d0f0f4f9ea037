package vn.cchc.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.cchc.local.api.ApiClient;
import vn.cchc.local.api.ApiClient.Answer;
import vn.cchc.local.api.Callers;
import vn.cchc.local.api.Fault;
import vn.cchc.local.api.Service;
import vn.cchc.local.api.TokenIssuer.Holder;

/** The report on the first quarter, from draft to received; the edited texts are in {@code report.yaml}. */
final class ReportStory {
    private static final LocalDateTime DRAFTED = LocalDateTime.parse("2021-02-26T08:30");
    private static final LocalDateTime APPROVED = LocalDateTime.parse("2021-02-26T10:30");
    private static final LocalDateTime SENT = LocalDateTime.parse("2021-02-26T14:00");
    private static final LocalDateTime RECEIVED = LocalDateTime.parse("2021-02-26T15:30");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Journal key of the report's id. */
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
        steps.add(new Step(APPROVED, "report/approvals", journal -> approve(path(journal))));
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

    /** The clock has jumped past the cut-off: approval must wait until the services have exchanged the day marks. */
    private Map<String, String> approve(String path) {
        ApiClient leader = callers.as(people.leader(), Service.REPORTING);
        Answer before = leader.getVersioned(path);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!before.body().path("missing").isEmpty() && System.nanoTime() < deadline) {
            pause();
            before = leader.getVersioned(path);
        }
        leader.post(path + "/approvals", Map.of(), Keys.forStep("report/approvals", before.etag()));
        return Map.of();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault("Interrupted before the report was approved: start again; progress is kept.");
        }
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
