package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.database.Outage;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestEvents;
import vn.cchc.platform.testing.sample.Samples;

@QuarkusTest
@WithTestResource(LocalServers.class)
class RollbackTest {

    @Inject
    Samples samples;

    @Inject
    Journal journal;

    @Inject
    EntityManager entities;

    @Test
    void an_exception_after_the_event_leaves_neither_row_nor_event() {
        UUID id = Ids.next();

        assertThatThrownBy(() -> samples.createAndFail(id)).isInstanceOf(IllegalStateException.class);

        assertNoTraceOf(id);
    }

    @Test
    void a_transaction_marked_for_rollback_leaves_neither_row_nor_event() {
        UUID id = Ids.next();

        QuarkusTransaction.begin();
        samples.create(id, "never seen");
        QuarkusTransaction.setRollbackOnly();
        QuarkusTransaction.rollback();

        assertNoTraceOf(id);
    }

    @Test
    void an_event_that_cannot_be_written_takes_the_row_with_it() {
        UUID id = Ids.next();

        assertThatThrownBy(() -> samples.createWithUnwritableEvent(id)).isInstanceOf(RuntimeException.class);

        assertNoTraceOf(id);
    }

    /** Another replica has raised the epoch, and this one checks entity tags of the one before. */
    @Test
    void what_was_checked_in_another_epoch_is_a_lost_race() {
        int epoch = ETags.epoch();
        try {
            // What this replica knows of the epoch is read anew every two seconds.
            await().untilAsserted(() -> {
                ETags.inEpoch(epoch + 1);
                assertThatThrownBy(() -> samples.create("refused"))
                        .satisfies(refused ->
                                assertThat(Outage.isTransient(refused)).isTrue());
            });
        } finally {
            ETags.inEpoch(epoch);
        }
        samples.create("recorded");
    }

    @Test
    void what_is_kept_without_being_told_is_refused_while_history_is_lost() {
        QuarkusTransaction.begin();
        try {
            entities.createNativeQuery("UPDATE time_line SET lost_since = clock_timestamp()")
                    .executeUpdate();
            assertThatThrownBy(journal::requireOpen).satisfies(refused -> assertThat(Outage.isHistoryLost(refused))
                    .isTrue());
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private void assertNoTraceOf(UUID id) {
        assertThat(Database.hasRow(id)).isFalse();
        assertThat(Database.count("SELECT count(*) FROM journal WHERE id = ?", id))
                .isZero();
        // Whatever was written before this one has been sent once this one has arrived.
        UUID later = samples.create("later");
        await().untilAsserted(() -> {
            assertThat(Database.knownVersion(later)).isZero();
            assertThat(Database.pendingEvents()).isZero();
        });
        assertThat(TestEvents.read("cchc.sample", later)).hasSize(1);
        assertThat(TestEvents.read("cchc.sample", id)).isEmpty();
    }
}
