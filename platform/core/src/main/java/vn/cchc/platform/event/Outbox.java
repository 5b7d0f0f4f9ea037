package vn.cchc.platform.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.Session;

/** Events to be sent, written in the transaction of the change they tell of: both are there after it, or neither. */
@ApplicationScoped
public class Outbox {

    private static final String INSERT =
            "INSERT INTO outbox (id, aggregatetype, aggregateid, type, occurred_at, payload)"
                    + " VALUES (?, ?, ?, ?, ?, ?)";

    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transaction;
    private final OutboxRelay relay;

    Outbox(EntityManager entities, TransactionSynchronizationRegistry transaction, OutboxRelay relay) {
        this.entities = entities;
        this.transaction = transaction;
        this.relay = relay;
    }

    /** Appends one event; see {@link #appendAll}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Supplier<OutgoingEvent> event) {
        appendAll(() -> List.of(event.get()));
    }

    /**
     * Flushes what is pending, so that versions are final, then asks for the events and inserts them in that order.
     *
     * @throws jakarta.transaction.TransactionalException when there is no transaction
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void appendAll(Supplier<List<OutgoingEvent>> events) {
        entities.flush();
        List<OutgoingEvent> written = events.get();
        if (written.isEmpty()) {
            return;
        }
        entities.unwrap(Session.class).doWork(connection -> insert(connection, written));
        transaction.registerInterposedSynchronization(new WakeRelay());
    }

    private static void insert(Connection connection, List<OutgoingEvent> events) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (OutgoingEvent event : events) {
                statement.setObject(1, Ids.next());
                statement.setString(2, event.aggregateType());
                statement.setObject(3, event.aggregateId());
                statement.setString(4, event.type());
                statement.setObject(5, event.occurredAt());
                statement.setString(6, EventJson.write(event.payload()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private final class WakeRelay implements Synchronization {

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relay.wake();
            }
        }
    }
}
