package vn.cchc.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import vn.cchc.platform.text.VietnameseText;

/**
 * Recomputes folded texts whose fold has changed since the previous version. Written in Java to use the same fold as
 * search. A row that a replica of the previous version changes meanwhile is left to it; what such a replica writes keeps the former
 * fold until it is written again.
 */
public abstract class FoldingMigration implements JavaMigration {

    /** Batch size in rows. */
    private static final int TOGETHER = 500;

    private final MigrationVersion version;
    private final String otherwise;

    /**
     * @param version of the migration
     * @param otherwise regular expression of PostgreSQL for the characters that are folded otherwise now
     */
    protected FoldingMigration(String version, String otherwise) {
        this.version = MigrationVersion.fromVersion(version);
        this.otherwise = otherwise;
    }

    /** The texts to fold, each by {@link #fold}. */
    protected abstract void fold(Connection connection) throws SQLException;

    /**
     * Folds the texts of a query anew.
     *
     * @param written a key, {@code xmin} as text and the texts, of the rows that match the regular expression {@code ?}
     * @param update sets the folded text, its first parameter, of the row with the key, its second, and this {@code xmin}, its third
     */
    protected final void fold(Connection connection, String written, String update) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(written);
                PreparedStatement keep = connection.prepareStatement(update)) {
            select.setFetchSize(TOGETHER);
            select.setString(1, otherwise);
            try (ResultSet row = select.executeQuery()) {
                int waiting = 0;
                while (row.next()) {
                    keep.setString(1, folded(row));
                    keep.setObject(2, row.getObject(1, UUID.class));
                    keep.setString(3, row.getString(2));
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
        List<String> texts = new ArrayList<>();
        for (int column = 3; column <= row.getMetaData().getColumnCount(); column++) {
            String text = row.getString(column);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts.stream().map(VietnameseText::fold).collect(Collectors.joining(" | "));
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

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        fold(context.getConnection());
    }
}
