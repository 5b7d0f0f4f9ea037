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
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.plan.Heard;
import vn.cchc.plan.PlanForEvents;
import vn.cchc.plan.milestone.Milestone;
import vn.cchc.plan.milestone.MilestoneRepository;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.event.IncomingEvent;
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestEvents;

/** Whatever is doubled, lost for a while or out of order: the same events end in the same state. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class ConvergenceTest {

    /** Fixed, so that a failure can be seen again. */
    private static final long SEED = 20210204L;

    private static final int ROUNDS = 40;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
    Journal journal;

    @Inject
    EntityManager entities;

    private PlanForEvents plan;

    @BeforeEach
    void anIssuedPlan() {
        plan = PlanForEvents.create();
    }

    private TestEvents.Raw feedback(UUID id, int version, String state, int dueDay) {
        boolean answered = state.equals("ANSWERED") || state.equals("CLOSED");
        String json = """
                {"id": "%s", "authorityId": "%s", "version": %d, "occurredAt": "2021-01-%02dT10:00:00+07:00", "state": "%s",
                 "receivedAt": "2021-01-05T08:30:00+07:00", "dueOn": "2021-01-%02d", "answeredOn": %s, "unitId": null,
                 "somethingNew": 1}""".formatted(
                id, plan.authorityId(), version, 5 + version, state, dueDay, answered ? "\"2021-01-12\"" : "null");
        return TestEvents.event(id, "vn.cchc.feedback.any.v1", json, version + 1);
    }

    private TestEvents.Raw report(UUID id, int version, String state) {
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
        return TestEvents.event(id, "vn.cchc.report.any.v1", json, version + 1);
    }

    /** Each at least once, some twice, in any order. */
    private static List<TestEvents.Raw> disturbed(List<TestEvents.Raw> events, Random random) {
        List<TestEvents.Raw> sent = new ArrayList<>(events);
        for (TestEvents.Raw event : events) {
            if (random.nextBoolean()) {
                sent.add(event);
            }
        }
        Collections.shuffle(sent, random);
        return sent;
    }

    /** Waits until each event has been heard; their effects are in the same transaction. */
    private static void awaitHeard(List<TestEvents.Raw> events) {
        Set<UUID> ids = new HashSet<>();
        Set<String> distinct = new HashSet<>();
        for (TestEvents.Raw event : events) {
            ids.add(UUID.fromString(event.key()));
            distinct.add(event.key() + event.headers().get("ce_sequence"));
        }
        await().atMost(PATIENCE).until(() -> Heard.count(ids) == distinct.size());
    }

    /** The history of a milestone: what was done, from and to which state, when. */
    private List<String> history(Milestone milestone) {
        return QuarkusTransaction.requiringNew().call(() -> journal.changes("milestone", milestone.id()).stream()
                .map(change ->
                        change.type() + change.occurredAt() + change.state().get("state") + change.detail())
                .toList());
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
    void feedback_in_any_order_ends_as_in_order_with_the_same_history() {
        Random random = new Random(SEED);
        Map<UUID, UUID> pairs = new LinkedHashMap<>();
        List<TestEvents.Raw> ordered = new ArrayList<>();
        List<TestEvents.Raw> original = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            UUID inOrder = UUID.randomUUID();
            UUID shuffled = UUID.randomUUID();
            pairs.put(inOrder, shuffled);
            int versions = 1 + random.nextInt(6);
            for (int version = 0; version < versions; version++) {
                String state = STATES.get(random.nextInt(STATES.size()));
                int dueDay = 15 + random.nextInt(5);
                ordered.add(feedback(inOrder, version, state, dueDay));
                original.add(feedback(shuffled, version, state, dueDay));
            }
        }

        TestEvents.publish("cchc.feedback", ordered);
        TestEvents.publish("cchc.feedback", disturbed(original, random));
        awaitHeard(ordered);
        awaitHeard(original);

        pairs.forEach((inOrder, shuffled) -> {
            assertThat(outcome(milestone(shuffled))).isEqualTo(outcome(milestone(inOrder)));
            assertThat(history(milestone(shuffled))).isEqualTo(history(milestone(inOrder)));
        });
    }

    @Test
    void an_event_that_loses_a_race_against_people_is_no_fault_of_the_event() throws Exception {
        List<IncomingEvent> sent = List.of(Heard.event("report", report(UUID.randomUUID(), 0, "SENT")));
        CompletableFuture<Void> heard = new CompletableFuture<>();

        QuarkusTransaction.requiringNew().run(() -> {
            Milestone milestone = entities.find(Milestone.class, plan.reportMilestone());
            milestone.handledBy(UUID.randomUUID(), Actor.service("test"), Instant.parse("2021-02-26T08:00:00Z"));
            milestones.record(List.of(milestone));
            heard.completeAsync(() -> {
                QuarkusTransaction.requiringNew().run(() -> reports.apply(sent));
                return null;
            });
            await().atMost(PATIENCE).until(ConvergenceTest::someoneWaits);
        });

        assertThat(heard).failsWithin(PATIENCE).withThrowableThat().satisfies(failure -> assertThat(causes(failure))
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
            List<TestEvents.Raw> events = List.of(
                    report(id, 0, "DRAFT"),
                    report(id, 1, "APPROVED"),
                    report(id, 2, "SENT"),
                    report(id, 3, "RETURNED"),
                    report(id, 4, "APPROVED"),
                    report(id, 5, "SENT"));

            TestEvents.publish("cchc.report", disturbed(events, random));
            awaitHeard(events);

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

    @Test
    void of_several_reports_about_one_milestone_the_one_that_moved_last_speaks_in_whatever_order_they_are_heard() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        List<IncomingEvent> early = List.of(
                Heard.event("report", report(first, 0, "DRAFT")), Heard.event("report", report(first, 1, "SENT")));
        List<IncomingEvent> late = List.of(Heard.event("report", report(second, 3, "RETURNED")));

        QuarkusTransaction.requiringNew().run(() -> reports.apply(late));
        QuarkusTransaction.requiringNew().run(() -> reports.apply(early));

        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(outcome(entities.find(Milestone.class, plan.reportMilestone())))
                        .startsWith("RETURNED"));
    }

    @Test
    void an_occurrence_that_is_created_twice_at_once_is_one_milestone_with_the_id_that_follows_from_its_rule()
            throws Exception {
        UUID id = UUID.randomUUID();
        List<IncomingEvent> received = List.of(Heard.event("feedback", feedback(id, 0, "RECEIVED", 15)));
        CompletableFuture<Void> second = new CompletableFuture<>();

        QuarkusTransaction.requiringNew().run(() -> {
            feedback.apply(received);
            second.completeAsync(() -> {
                QuarkusTransaction.requiringNew().run(() -> feedback.apply(received));
                return null;
            });
            await().atMost(PATIENCE).until(ConvergenceTest::someoneWaits);
        });

        assertThat(second).failsWithin(PATIENCE);
        QuarkusTransaction.requiringNew().run(() -> feedback.apply(received));
        assertThat(milestone(id).id()).isEqualTo(Ids.derived(milestone(id).ruleId(), id.toString()));
        assertThat(history(milestone(id))).hasSize(1);
    }

    @Test
    void ids_of_rules_and_milestones_follow_from_the_plan() {
        QuarkusTransaction.requiringNew().run(() -> {
            List<Object[]> rules = entities.createQuery(
                            "select r.id, t.seq, r.position from TaskRule r join Task t on t.id = r.taskId"
                                    + " where r.planId = :plan",
                            Object[].class)
                    .setParameter("plan", plan.planId())
                    .getResultList();
            assertThat(rules).isNotEmpty().allSatisfy(rule -> assertThat(rule[0])
                    .isEqualTo(Ids.derived(plan.planId(), rule[1] + "/" + rule[2])));
            assertThat(entities.createQuery("from Milestone where planId = :plan", Milestone.class)
                            .setParameter("plan", plan.planId())
                            .getResultList())
                    .isNotEmpty()
                    .allSatisfy(milestone -> assertThat(milestone.id())
                            .isEqualTo(Ids.derived(milestone.ruleId(), milestone.occurrence())));
        });
    }
}
