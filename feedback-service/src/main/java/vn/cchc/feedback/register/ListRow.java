package vn.cchc.feedback.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.cchc.feedback.Channel;
import vn.cchc.feedback.Classification;
import vn.cchc.feedback.Kind;
import vn.cchc.feedback.State;
import vn.cchc.feedback.Urgency;

/** Columns of a list row; limited to those of the covering index. */
record ListRow(
        UUID id,
        int number,
        int year,
        Channel channel,
        Kind kind,
        Classification classification,
        Urgency urgency,
        State state,
        Instant receivedAt,
        LocalDate dueOn,
        String dueCalendar,
        boolean dueProvisional,
        LocalDate dueMovedFrom,
        LocalDate pausedSince,
        UUID unitId,
        String person,
        Instant dueAt,
        Instant answeredAt,
        String excerpt) {

    /** @param row columns in the order of the components */
    static ListRow of(ResultSet row) throws SQLException {
        String classification = row.getString(6);
        return new ListRow(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getInt(3),
                Channel.valueOf(row.getString(4)),
                Kind.valueOf(row.getString(5)),
                classification == null ? null : Classification.valueOf(classification),
                Urgency.valueOf(row.getString(7)),
                State.valueOf(row.getString(8)),
                instant(row, 9),
                row.getObject(10, LocalDate.class),
                row.getString(11),
                row.getBoolean(12),
                row.getObject(13, LocalDate.class),
                row.getObject(14, LocalDate.class),
                row.getObject(15, UUID.class),
                row.getString(16),
                instant(row, 17),
                instant(row, 18),
                row.getString(19));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
