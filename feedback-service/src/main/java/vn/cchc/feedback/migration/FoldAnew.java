package vn.cchc.feedback.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import vn.cchc.platform.text.VietnameseText;

/**
 * Recomputes folded texts whose fold has changed since the previous version: {@code Ð} for {@code Đ}, other spaces,
 * zero-width characters. Written in Java to use the same fold as search.
 */
public final class FoldAnew implements JavaMigration {

    private static final String OTHERWISE =
            "[\u00D0\u00F0\u00AD\u034F\u115F\u1160\u180E\u2000-\u200F\u2028-\u202F\u205F-\u206F\u2800\u3000\u3164\uFEFF\uFFA0]";

    /** Batch size in rows. */
    private static final int TOGETHER = 500;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("20261205.50");
    }

    @Override
    public String getDescription() {
        return "fold anew";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        fold(
                connection,
                "SELECT id, content, NULL, NULL FROM feedback WHERE content ~ ?",
                "UPDATE feedback SET content_folded = ? WHERE id = ?");
        fold(
                connection,
                "SELECT feedback_id, name, phone, email FROM feedback_sender WHERE concat_ws(' ', name, phone, email) ~ ?",
                "UPDATE feedback_sender SET folded = ? WHERE feedback_id = ?");
    }

    private static void fold(Connection connection, String written, String update) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(written);
                PreparedStatement keep = connection.prepareStatement(update)) {
            select.setFetchSize(TOGETHER);
            select.setString(1, OTHERWISE);
            try (ResultSet row = select.executeQuery()) {
                int waiting = 0;
                while (row.next()) {
                    keep.setString(1, folded(row));
                    keep.setObject(2, row.getObject(1, UUID.class));
                    keep.addBatch();
                    if (++waiting % TOGETHER == 0) {
                        keep.executeBatch();
                    }
                }
                keep.executeBatch();
            }
        }
    }

    private static String folded(ResultSet row) throws SQLException {
        return Stream.of(row.getString(2), row.getString(3), row.getString(4))
                .filter(Objects::nonNull)
                .map(VietnameseText::fold)
                .collect(Collectors.joining(" | "));
    }
}
