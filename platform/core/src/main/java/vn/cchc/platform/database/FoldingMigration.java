package vn.cchc.platform.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import vn.cchc.platform.text.VietnameseText;

/**
 * Recomputes folded texts whose fold has changed since the previous version. Written in Java to use the same fold as
 * search. What a replica of the previous version writes afterwards keeps the former fold until it is written again.
 *
 * <p>Rows are updated in batches, each one statement and one transaction: no lock, of a row or of a trigger, is held for longer.
 * A row that a replica is changing is passed over and folded by itself afterwards, so that a batch never waits with locks of its
 * own. A migration that is broken off continues when it is started again: what has been folded is left as it is.
 */
public abstract class FoldingMigration implements JavaMigration {

    /**
     * Regular expression of PostgreSQL for the characters that are white space or have no width, those of {@link VietnameseText}.
     * The white space of every keyboard is left out: it has always been folded as it is now.
     */
    public static final String INVISIBLE = invisible();

    /** Batch size in rows. */
    private static final int TOGETHER = 500;

    private static final UUID FIRST = new UUID(0, 0);

    private final MigrationVersion version;
    private final String otherwise;
    private final List<Folded> folded;

    /**
     * @param version of the migration
     * @param otherwise regular expression of PostgreSQL for the characters that are folded otherwise now
     * @param folded the columns to fold
     */
    protected FoldingMigration(String version, String otherwise, List<Folded> folded) {
        this.version = MigrationVersion.fromVersion(version);
        this.otherwise = otherwise;
        this.folded = List.copyOf(folded);
    }

    /**
     * A column with folded texts.
     *
     * @param key column of the primary key, a UUID
     * @param texts columns of the texts; their folds are joined
     */
    public record Folded(String table, String key, String column, List<String> texts) {

        public Folded {
            texts = List.copyOf(texts);
        }

        private String read(String condition) {
            String columns = String.join(", ", texts);
            return "SELECT " + key + ", xmin::text, " + column + ", " + columns + " FROM " + table + " WHERE "
                    + condition;
        }

        /** Updates the rows that are unchanged since they were read ({@code xmin}) and unlocked ({@code SKIP LOCKED}). */
        private String update() {
            return """
                    WITH unchanged AS (
                        SELECT t.%2$s, n.folded
                        FROM %1$s t JOIN unnest(?::uuid[], ?::text[], ?::text[]) AS n (key, at, folded)
                            ON t.%2$s = n.key AND t.xmin = n.at::xid
                        FOR NO KEY UPDATE OF t SKIP LOCKED)
                    UPDATE %1$s t SET %3$s = u.folded FROM unchanged u WHERE t.%2$s = u.%2$s RETURNING t.%2$s
                    """.formatted(table, key, column);
        }

        /** Waits for the row lock; matches nothing if the row was changed meanwhile. */
        private String updateOne() {
            return "UPDATE " + table + " SET " + column + " = ? WHERE " + key + " = ? AND xmin = ?::xid";
        }
    }

    /** @param text its fold; null where the row has it already */
    private record Row(UUID key, String xmin, String text) {}

    private static String invisible() {
        BitSet points = IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
                .filter(VietnameseText::isInvisible)
                .filter(point -> point != ' ' && (point < '\t' || point > '\r'))
                .collect(BitSet::new, BitSet::set, BitSet::or);
        StringBuilder ranges = new StringBuilder();
        for (int from = points.nextSetBit(0); from >= 0; from = points.nextSetBit(points.nextClearBit(from))) {
            ranges.append("\\U%08X-\\U%08X".formatted(from, points.nextClearBit(from) - 1));
        }
        return "[" + ranges + "]";
    }

    @Override
    public void migrate(Context context) throws SQLException {
        for (Folded each : folded) {
            fold(context.getConnection(), each);
        }
    }

    private void fold(Connection connection, Folded what) throws SQLException {
        List<Row> batch = List.of();
        do {
            UUID after = batch.isEmpty() ? FIRST : batch.get(batch.size() - 1).key();
            batch = next(connection, what, after);
            List<Row> others = batch.stream().filter(row -> row.text() != null).toList();
            Set<UUID> updated = others.isEmpty() ? Set.of() : update(connection, what, others);
            connection.commit();
            for (Row row : others) {
                if (!updated.contains(row.key())) {
                    foldAlone(connection, what, row.key());
                }
            }
        } while (batch.size() == TOGETHER);
    }

    private List<Row> next(Connection connection, Folded what, UUID after) throws SQLException {
        String texts = what.texts().size() == 1
                ? what.texts().get(0)
                : "concat_ws(' ', " + String.join(", ", what.texts()) + ")";
        String page =
                what.read(what.key() + " > ? AND " + texts + " ~ ? ORDER BY " + what.key() + " LIMIT " + TOGETHER);
        try (PreparedStatement select = connection.prepareStatement(page)) {
            select.setObject(1, after);
            select.setString(2, otherwise);
            return rows(select);
        }
    }

    private static Set<UUID> update(Connection connection, Folded what, List<Row> rows) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(what.update())) {
            update.setArray(1, array(connection, "uuid", rows.stream().map(Row::key)));
            update.setArray(2, array(connection, "text", rows.stream().map(Row::xmin)));
            update.setArray(3, array(connection, "text", rows.stream().map(Row::text)));
            Set<UUID> updated = new HashSet<>();
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    updated.add(row.getObject(1, UUID.class));
                }
            }
            return updated;
        }
    }

    private static Array array(Connection connection, String type, Stream<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    /** Reads a row until it is as read when it is updated; no lock is held in between. */
    private static void foldAlone(Connection connection, Folded what, UUID key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(what.read(what.key() + " = ?"));
                PreparedStatement update = connection.prepareStatement(what.updateOne())) {
            select.setObject(1, key);
            boolean open = true;
            while (open) {
                List<Row> found = rows(select);
                open = !found.isEmpty() && found.get(0).text() != null;
                if (open) {
                    update.setString(1, found.get(0).text());
                    update.setObject(2, key);
                    update.setString(3, found.get(0).xmin());
                    open = update.executeUpdate() == 0;
                }
                connection.commit();
            }
        }
    }

    private static List<Row> rows(PreparedStatement select) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String text = fold(row);
                rows.add(new Row(
                        row.getObject(1, UUID.class), row.getString(2), text.equals(row.getString(3)) ? null : text));
            }
        }
        return rows;
    }

    private static String fold(ResultSet row) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (int column = 4; column <= row.getMetaData().getColumnCount(); column++) {
            texts.add(row.getString(column));
        }
        return texts.stream().filter(Objects::nonNull).map(VietnameseText::fold).collect(Collectors.joining(" | "));
    }

    @Override
    public MigrationVersion getVersion() {
        return version;
    }

    @Override
    public String getDescription() {
        return "fold anew";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    /** Flyway undoes what is not committed, and notes no failure that an operator would have to repair. */
    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
