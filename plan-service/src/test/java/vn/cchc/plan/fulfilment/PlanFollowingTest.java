package vn.cchc.plan.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.cchc.plan.Heard;
import vn.cchc.plan.PlanForEvents;
import vn.cchc.platform.testing.LocalServers;

/** A plan that is issued while a replica of another version hears an event of its authority, without waiting for one another. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class PlanFollowingTest {

    @Inject
    EntityManager entities;

    @Test
    void what_was_heard_while_a_plan_was_issued_and_was_seen_by_neither_is_followed_a_minute_later() {
        PlanForEvents plan = PlanForEvents.create();
        UUID feedback = UUID.randomUUID();

        // Its replica has found no plan, and we have not found the event.
        Heard.change("""
                INSERT INTO heard (kind, id, epoch, sequence, type, occurred_at, recorded_at, heard_at, authority_id, state)
                VALUES ('feedback', '%1$s', 1, 1, 'vn.cchc.feedback.received.v1', '2021-01-05T08:30:00+07:00',
                    '2021-01-05T08:30:00+07:00', '2021-01-05T08:30:00+07:00', '%2$s',
                    '{"id": "%1$s", "authorityId": "%2$s", "version": 1, "state": "RECEIVED", "dueOn": "2021-01-15",
                      "occurredAt": "2021-01-05T08:30:00+07:00", "receivedAt": "2021-01-05T08:30:00+07:00", "receivedOn": "2021-01-05"}')""".formatted(feedback, plan.authorityId()));
        assertThat(armed(feedback)).isZero();

        PlanForEvents.itIs("2020-12-24T08:30:00+07:00");

        await().untilAsserted(() -> assertThat(armed(feedback)).isEqualTo(1));
    }

    @Test
    void many_feedbacks_are_followed_in_parts() {
        PlanForEvents plan = PlanForEvents.create();
        Heard.change("""
                INSERT INTO heard (kind, id, epoch, sequence, type, occurred_at, recorded_at, heard_at, authority_id, state)
                SELECT 'feedback', id, 1, 1, 'vn.cchc.feedback.received.v1', '2021-01-05T08:30:00+07:00',
                    '2021-01-05T08:30:00+07:00', '2021-01-05T08:30:00+07:00', '%1$s',
                    jsonb_build_object('id', id, 'authorityId', '%1$s', 'version', 1, 'state', 'RECEIVED', 'dueOn', '2021-01-15',
                      'occurredAt', '2021-01-05T08:30:00+07:00', 'receivedAt', '2021-01-05T08:30:00+07:00',
                      'receivedOn', '2021-01-05')
                FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, 1200)) AS made""".formatted(plan.authorityId()));

        PlanForEvents.itIs("2020-12-24T08:30:00+07:00");

        await().untilAsserted(() -> assertThat(armedOf(plan.authorityId())).isEqualTo(1_200));
    }

    private long armedOf(UUID authority) {
        return QuarkusTransaction.requiringNew().call(() -> entities.createQuery(
                        "select count(*) from Milestone where authorityId = :authority and label like 'Phản ánh, kiến nghị nhận ngày%'",
                        Long.class)
                .setParameter("authority", authority)
                .getSingleResult());
    }

    private long armed(UUID feedback) {
        return QuarkusTransaction.requiringNew().call(() -> entities.createQuery(
                        "select count(*) from Milestone where occurrence = :occurrence", Long.class)
                .setParameter("occurrence", feedback.toString())
                .getSingleResult());
    }
}
