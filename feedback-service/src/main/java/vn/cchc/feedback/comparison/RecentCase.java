package vn.cchc.feedback.comparison;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import vn.cchc.feedback.State;

/**
 * A case that others are compared with.
 *
 * @param unitId the unit that handles it; null before its assignment
 * @param terms of its content
 * @param phone of its sender; null when not known, as the email address
 */
record RecentCase(
        UUID id,
        int number,
        int year,
        State state,
        Instant receivedAt,
        UUID unitId,
        String excerpt,
        Terms terms,
        String phone,
        String email) {

    static RecentCase of(Object[] row) {
        return new RecentCase(
                (UUID) row[0],
                (Integer) row[1],
                (Integer) row[2],
                (State) row[3],
                (Instant) row[4],
                (UUID) row[5],
                (String) row[6],
                Terms.of((String) row[7]),
                (String) row[8],
                row[9] == null ? null : ((String) row[9]).toLowerCase(Locale.ROOT));
    }

    /** Whether both senders gave the same phone number or email address. */
    boolean hasSenderOf(RecentCase other) {
        return (phone != null && phone.equals(other.phone)) || (email != null && email.equals(other.email));
    }
}
