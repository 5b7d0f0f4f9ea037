package vn.cchc.feedback.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import vn.cchc.feedback.Transition;

/** Rows of the register, in the order of their numbers. */
@ApplicationScoped
public class RegisterRows {

    /**
     * The page is cut before it is joined, or the planner reads the whole year of an authority of which it expects less than a page.
     * Where there is neither answer nor referral none is looked up: no index has a key that is null.
     */
    private static final String PAGE = """
            SELECT {f.*}, {s.*}, {a.*}, {r.*}, {e.*}%1$s
            FROM (SELECT * FROM feedback WHERE authority_id = :authority AND register_year = :year AND register_number > :last%2$s
                ORDER BY register_number LIMIT :most) f
            JOIN feedback_sender s ON s.feedback_id = f.id%3$s
            LEFT JOIN feedback_answer a
                ON a.feedback_id = CASE WHEN f.answered_at IS NOT NULL OR f.round > 1 THEN f.id END AND a.round = %4$s
            LEFT JOIN feedback_referral r
                ON r.feedback_id = CASE WHEN f.state = 'REFERRED' THEN f.id END AND r.round = f.round
            LEFT JOIN feedback_round e
                ON e.feedback_id = CASE WHEN f.round > 1 THEN f.id END AND e.round = %4$s - 1
            ORDER BY f.register_number""";

    private static final String ENTERED_FROM = " AND entered_at >= :enteredFrom";
    private static final String ENTERED_BEFORE = " AND entered_at < :enteredBefore";

    /**
     * Only what has changed since is looked up in the journal, as figures of past days are. The person in charge is that of the last
     * assignment.
     */
    private static final String THEN = """

            LEFT JOIN LATERAL (
                SELECT cast(j.state AS text) AS state, j.epoch, j.sequence FROM journal j
                WHERE f.changed_at >= :asOf AND j.kind = 'feedback' AND j.id = f.id
                ORDER BY j.occurred_at < :asOf DESC,
                         CASE WHEN j.occurred_at < :asOf THEN - j.epoch ELSE j.epoch END,
                         CASE WHEN j.occurred_at < :asOf THEN - j.sequence ELSE j.sequence END
                LIMIT 1) past ON true
            LEFT JOIN LATERAL (
                SELECT j.detail ->> 'person' AS person FROM journal j
                WHERE past.state IS NOT NULL AND j.kind = 'feedback' AND j.id = f.id AND j.type = :assigned
                      AND (j.epoch, j.sequence) <= (past.epoch, past.sequence)
                ORDER BY j.epoch DESC, j.sequence DESC LIMIT 1) charge ON true""";

    /** The round of then; events from before a case could be reopened have none. */
    private static final String ROUND_THEN =
            "CASE WHEN past.state IS NULL THEN f.round ELSE coalesce(cast(cast(past.state AS jsonb) ->> 'round' AS integer), 1) END";

    private static final String ENTERED_BY = """
            SELECT lost.number, (SELECT f.entered_at FROM feedback f
                WHERE f.authority_id = ? AND f.register_year = ? AND f.register_number > lost.number
                ORDER BY f.register_number LIMIT 1)
            FROM unnest(?::int[]) AS lost (number)""";

    private final EntityManager entities;

    RegisterRows(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A part of the register.
     *
     * @param year of entry
     * @param after the number that the part begins behind
     * @param enteredFrom inclusive
     * @param enteredBefore exclusive
     * @param asOf end of the past day as of which rows are shown; empty for now
     */
    public record Part(
            UUID authorityId,
            int year,
            int after,
            Optional<OffsetDateTime> enteredFrom,
            Optional<OffsetDateTime> enteredBefore,
            Optional<OffsetDateTime> asOf) {}

    /** At most that many rows. Changes to them are not stored. */
    public List<RegisterRow> read(Part part, int most) {
        NativeQuery<Object[]> query = entities.unwrap(Session.class)
                .createNativeQuery(sql(part), Object[].class)
                .addEntity("f", Feedback.class)
                .addEntity("s", FeedbackSender.class)
                .addEntity("a", FeedbackAnswer.class)
                .addEntity("r", FeedbackReferral.class)
                .addEntity("e", FeedbackRound.class);
        if (part.asOf().isPresent()) {
            query.addScalar("past_state", StandardBasicTypes.STRING)
                    .addScalar("past_person", StandardBasicTypes.STRING)
                    .setParameter("asOf", part.asOf().get())
                    .setParameter("assigned", Transition.ASSIGN.eventType());
        }
        part.enteredFrom().ifPresent(from -> query.setParameter("enteredFrom", from));
        part.enteredBefore().ifPresent(before -> query.setParameter("enteredBefore", before));
        return query.setParameter("authority", part.authorityId())
                .setParameter("year", part.year())
                .setParameter("last", part.after())
                .setParameter("most", most)
                .setReadOnly(true)
                .getResultStream()
                .map(RegisterRows::row)
                .toList();
    }

    /** Forgets what has been read in this transaction: a register of any length is read page by page. */
    public void forget() {
        entities.clear();
    }

    /** Of these numbers, when the next one that is there was entered: each of them had been entered by then. */
    public Map<Integer, OffsetDateTime> enteredBy(UUID authorityId, int year, Collection<Integer> numbers) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            Array asked = connection.createArrayOf("int4", numbers.toArray());
            try (PreparedStatement statement = connection.prepareStatement(ENTERED_BY)) {
                statement.setObject(1, authorityId);
                statement.setInt(2, year);
                statement.setArray(3, asked);
                Map<Integer, OffsetDateTime> entered = new HashMap<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        OffsetDateTime by = row.getObject(2, OffsetDateTime.class);
                        if (by != null) {
                            entered.put(row.getInt(1), by);
                        }
                    }
                }
                return entered;
            }
        });
    }

    private static String sql(Part part) {
        boolean past = part.asOf().isPresent();
        return PAGE.formatted(
                past ? ", past.state AS past_state, charge.person AS past_person" : "",
                (part.enteredFrom().isPresent() ? ENTERED_FROM : "")
                        + (part.enteredBefore().isPresent() ? ENTERED_BEFORE : ""),
                past ? THEN : "",
                past ? ROUND_THEN : "f.round");
    }

    private static RegisterRow row(Object[] row) {
        return new RegisterRow(
                FeedbackRepository.toCase(row, List.of()),
                Optional.ofNullable((FeedbackRound) row[4]),
                row.length > 5 && row[5] != null
                        ? Optional.of(new RegisterRow.Then((String) row[5], Optional.ofNullable((String) row[6])))
                        : Optional.empty());
    }
}
