package vn.cchc.feedback.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.database.PlainQueries;
import vn.cchc.platform.time.VietnamTime;

/** Mails of reminders. All in the current transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class MailTables {

    private static final String TODAY = "WITH today AS (SELECT cast(? AS date) AS day)";

    /** Reminders r of cases f that no mail tells of, and that mailbox m is for: that of a unit precedes that of all units. */
    private static final String OF_MAILBOX = """
            m.valid_from <= t.day AND (m.valid_to IS NULL OR m.valid_to >= t.day)
            AND r.to_authority_id = m.authority_id AND r.recipient = m.recipient AND r.open AND r.mail_id IS NULL
            AND f.id = r.feedback_id AND (f.unit_id = m.unit_id OR (m.unit_id IS NULL AND NOT EXISTS (
                SELECT FROM mailbox o WHERE o.authority_id = m.authority_id AND o.recipient = m.recipient
                AND o.unit_id = f.unit_id AND o.valid_from <= t.day AND (o.valid_to IS NULL OR o.valid_to >= t.day))))""";

    private static final String WAITING = TODAY + """
             SELECT m.id FROM mailbox m, today t
            WHERE EXISTS (SELECT FROM reminder r, feedback f WHERE %s) ORDER BY m.id LIMIT ?""".formatted(OF_MAILBOX);

    private static final String COMPOSE = TODAY + """
            , told AS (
                UPDATE reminder r SET mail_id = cast(? AS uuid) FROM feedback f, mailbox m, today t
                WHERE m.id = cast(? AS uuid) AND %s RETURNING 1)
            INSERT INTO mail (id, message_id, mailbox_id, composed_at)
            SELECT cast(? AS uuid), ?, cast(? AS uuid), cast(? AS timestamptz) WHERE EXISTS (SELECT FROM told)
            RETURNING 1""".formatted(OF_MAILBOX);

    private static final String UNSENT = """
            SELECT m.message_id, b.address, b.recipient, m.attempts, m.composed_at
            FROM mail m JOIN mailbox b ON b.id = m.mailbox_id
            WHERE m.id = ? AND m.sent_at IS NULL AND m.given_up_at IS NULL FOR UPDATE OF m""";

    private static final String TOLD = """
            SELECT r.authority_id, f.register_number, f.register_year, r.due_on, r.recipient, r.working_days
            FROM reminder r JOIN feedback f ON f.id = r.feedback_id
            WHERE r.mail_id = ? ORDER BY r.due_on, f.register_year, f.register_number, r.step""";

    private static final String SENT =
            "UPDATE mail SET sent_at = ?, attempts = attempts + 1, last_error = NULL WHERE id = ? RETURNING 1";
    private static final String FAILED =
            "UPDATE mail SET attempts = attempts + 1, last_error = ? WHERE id = ? RETURNING 1";
    private static final String GIVEN_UP = "UPDATE mail SET given_up_at = ? WHERE id = ? RETURNING 1";

    private final PlainQueries queries;

    MailTables(PlainQueries queries) {
        this.queries = queries;
    }

    /** @param attempts that have failed */
    record Unsent(String messageId, String address, Recipient recipient, int attempts, OffsetDateTime composedAt) {}

    /** A reminder that a mail tells of. */
    record Told(UUID authorityId, int number, int year, LocalDate dueOn, Recipient recipient, int workingDays) {}

    /** Mailboxes for which there is something that no mail tells of yet. */
    List<UUID> waiting(LocalDate today, int atMost) {
        return queries.list(WAITING, List.of(today, atMost), row -> row.getObject(1, UUID.class));
    }

    /** Makes one mail of all that waits for a mailbox; none where nothing waits any more. */
    boolean compose(UUID mailboxId, UUID mailId, String messageId, OffsetDateTime now) {
        return !queries.list(
                        COMPOSE,
                        List.of(VietnamTime.dayOf(now), mailId, mailboxId, mailId, messageId, mailboxId, now),
                        row -> row.getInt(1))
                .isEmpty();
    }

    /** The mail, locked; empty when it was sent or given up. */
    Optional<Unsent> unsent(UUID id) {
        return queries
                .list(
                        UNSENT,
                        List.of(id),
                        row -> new Unsent(
                                row.getString(1),
                                row.getString(2),
                                Recipient.valueOf(row.getString(3)),
                                row.getInt(4),
                                row.getObject(5, OffsetDateTime.class)))
                .stream()
                .findFirst();
    }

    List<Told> told(UUID mailId) {
        return queries.list(
                TOLD,
                List.of(mailId),
                row -> new Told(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getInt(3),
                        row.getObject(4, LocalDate.class),
                        Recipient.valueOf(row.getString(5)),
                        row.getInt(6)));
    }

    void sent(UUID id, OffsetDateTime now) {
        queries.list(SENT, List.of(now, id), row -> row.getInt(1));
    }

    void failed(UUID id, String error) {
        queries.list(FAILED, List.of(error, id), row -> row.getInt(1));
    }

    void giveUp(UUID id, OffsetDateTime now) {
        queries.list(GIVEN_UP, List.of(now, id), row -> row.getInt(1));
    }
}
