package vn.cchc.plan.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.plan.PlanForEvents;
import vn.cchc.plan.milestone.Milestone;
import vn.cchc.plan.milestone.MilestoneRepository;
import vn.cchc.plan.plan.Actor;
import vn.cchc.platform.event.IncomingEvent;
import vn.cchc.platform.testing.LocalServers;

/** Whatever is doubled, lost for a while or out of order: the same events end in the same state. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class ConvergenceTest {

    /** Fixed, so that a failure can be seen again. */
    private static final long SEED = 20210204L;

    private static final int ROUNDS = 40;

    private static final List<String> STATES = List.of(
            "RECEIVED",
            "SUPPLEMENT_REQUESTED",
            "ACCEPTED",
            "ASSIGNED",
            "ANSWERED",
            "CLOSED",
            "REFUSED",
            "REFERRED",
            "WITHDRAWN");

    @Inject
    FeedbackHandler feedback;

    @Inject
    ReportHandler reports;

    @Inject
    MilestoneRepository milestones;

    @Inject
    EntityManager entities;

    private PlanForEvents plan;

    @BeforeEach
    void anIssuedPlan() {
        plan = PlanForEvents.create();
    }

    private IncomingEvent feedback(UUID id, int version, String state, int dueDay) {
        boolean answered = state.equals("ANSWERED") || state.equals("CLOSED");
        String json = """
                {"id": "%s", "authorityId": "%s", "version": %d, "occurredAt": "2021-01-%02dT10:00:00+07:00", "state": "%s",
                 "receivedAt": "2021-01-05T08:30:00+07:00", "dueOn": "2021-01-%02d", "answeredOn": %s, "unitId": null,
                 "somethingNew": 1}""".formatted(
                id, plan.authorityId(), version, 5 + version, state, dueDay, answered ? "\"2021-01-12\"" : "null");
        return new IncomingEvent("cchc.feedback", "vn.cchc.feedback.any.v1", id, json.getBytes(StandardCharsets.UTF_8));
    }

    private IncomingEvent report(UUID id, int version, String state) {
        boolean approved = !state.equals("DRAFT");
        String json = """
                {"id": "%s", "authorityId": "%s", "version": %d, "occurredAt": "2021-02-%02dT10:00:00+07:00",
                 "milestoneId": "%s", "planId": "%s", "period": "2021-Q1", "state": "%s", "number": %s, "sentOn": %s,
                 "feedbackAnswered": %s, "feedbackAnsweredInTime": %s}""".formatted(
                        id,
                        plan.authorityId(),
                        version,
                        20 + version,
                        plan.reportMilestone(),
                        plan.planId(),
                        state,
                        approved ? "\"12/BC-UBND\"" : "null",
                        state.equals("SENT") || state.equals("RECEIVED") ? "\"2021-02-26\"" : "null",
                        approved ? "30" : "null",
                        approved ? "27" : "null");
        return new IncomingEvent("cchc.report", "vn.cchc.report.any.v1", id, json.getBytes(StandardCharsets.UTF_8));
    }

    /** In random batches, some events twice. */
    private static List<List<IncomingEvent>> disturbed(List<IncomingEvent> events, Random random) {
        List<IncomingEvent> sent = new ArrayList<>(events);
        for (IncomingEvent event : events) {
            if (random.nextBoolean()) {
                sent.add(event);
            }
        }
        Collections.shuffle(sent, random);
        List<List<IncomingEvent>> batches = new ArrayList<>();
        for (int from = 0; from < sent.size(); ) {
            int to = Math.min(sent.size(), from + 1 + random.nextInt(3));
            batches.add(sent.subList(from, to));
            from = to;
        }
        return batches;
    }

    private Milestone milestone(UUID feedbackId) {
        return QuarkusTransaction.requiringNew().call(() -> entities.createQuery(
                        "from Milestone where planId = :plan and occurrence = :occurrence", Milestone.class)
                .setParameter("plan", plan.planId())
                .setParameter("occurrence", feedbackId.toString())
                .getSingleResult());
    }

    private static String outcome(Milestone milestone) {
        return milestone.state() + " due " + milestone.dueOn().orElse(null) + " accepted "
                + milestone.acceptedOn().orElse(null) + " submitted "
                + milestone.submittedOn().orElse(null) + " "
                + milestone.reason().orElse("");
    }

    @Test
    void feedback_in_any_order_ends_as_in_order() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            UUID inOrder = UUID.randomUUID();
            UUID shuffled = UUID.randomUUID();
            List<IncomingEvent> expected = new ArrayList<>();
            List<IncomingEvent> disturbed = new ArrayList<>();
            int versions = 1 + random.nextInt(6);
            for (int version = 0; version < versions; version++) {
                String state = STATES.get(random.nextInt(STATES.size()));
                int dueDay = 15 + random.nextInt(5);
                expected.add(feedback(inOrder, version, state, dueDay));
                disturbed.add(feedback(shuffled, version, state, dueDay));
            }

            expected.forEach(event -> QuarkusTransaction.requiringNew().run(() -> feedback.apply(List.of(event))));
            disturbed(disturbed, random)
                    .forEach(batch -> QuarkusTransaction.requiringNew().run(() -> feedback.apply(batch)));

            assertThat(outcome(milestone(shuffled))).as("round " + round).isEqualTo(outcome(milestone(inOrder)));
        }
    }

    @Test
    void an_event_that_loses_a_race_against_people_is_no_fault_of_the_event() throws Exception {
        List<IncomingEvent> sent = List.of(report(UUID.randomUUID(), 1, "SENT"));
        CompletableFuture<Void> heard = new CompletableFuture<>();

        QuarkusTransaction.requiringNew().run(() -> {
            Milestone milestone = entities.find(Milestone.class, plan.reportMilestone());
            milestone.handledBy(UUID.randomUUID(), Actor.service("test"), Instant.parse("2021-02-26T08:00:00Z"));
            milestones.record(List.of(milestone));
            heard.completeAsync(() -> {
                QuarkusTransaction.requiringNew().run(() -> reports.apply(sent));
                return null;
            });
            await().atMost(Duration.ofSeconds(30)).until(ConvergenceTest::someoneWaits);
        });

        assertThat(heard)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .satisfies(failure -> assertThat(causes(failure))
                        .hasAtLeastOneElementOfType(OptimisticLockException.class)
                        .doesNotHaveAnyElementsOfTypes(SQLException.class));
        QuarkusTransaction.requiringNew().run(() -> reports.apply(sent));
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(outcome(entities.find(Milestone.class, plan.reportMilestone())))
                        .startsWith("ACCEPTED"));
    }

    private static boolean someoneWaits() throws SQLException {
        try (var connection = LocalServers.connect();
                var row = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")) {
            row.next();
            return row.getInt(1) > 0;
        }
    }

    private static List<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).toList();
    }

    @Test
    void reports_in_any_order_end_as_the_last_version_says_with_one_reading() {
        Random random = new Random(SEED);
        for (int round = 0; round < 10; round++) {
            anIssuedPlan();
            UUID id = UUID.randomUUID();
            List<IncomingEvent> events = List.of(
                    report(id, 0, "DRAFT"),
                    report(id, 1, "APPROVED"),
                    report(id, 2, "SENT"),
                    report(id, 3, "RETURNED"),
                    report(id, 4, "APPROVED"),
                    report(id, 5, "SENT"));

            disturbed(events, random)
                    .forEach(batch -> QuarkusTransaction.requiringNew().run(() -> reports.apply(batch)));

            QuarkusTransaction.requiringNew().run(() -> {
                Milestone milestone = entities.find(Milestone.class, plan.reportMilestone());
                assertThat(outcome(milestone))
                        .isEqualTo("ACCEPTED due 2021-02-27 accepted 2021-02-26 submitted 2021-02-26 ");
                assertThat(entities.createQuery(
                                        "select r.value from TargetReading r where r.planId = :plan", BigDecimal.class)
                                .setParameter("plan", plan.planId())
                                .getResultList())
                        .singleElement()
                        .satisfies(value -> assertThat(value).isEqualByComparingTo("90"));
            });
        }
    }
}
