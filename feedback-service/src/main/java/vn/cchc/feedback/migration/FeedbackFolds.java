package vn.cchc.feedback.migration;

import java.sql.Connection;
import java.sql.SQLException;
import vn.cchc.platform.database.FoldingMigration;

/** Folds of contents and senders, by which a list is searched. */
abstract class FeedbackFolds extends FoldingMigration {

    FeedbackFolds(String version, String otherwise) {
        super(version, otherwise);
    }

    @Override
    protected final void fold(Connection connection) throws SQLException {
        fold(
                connection,
                "SELECT id, xmin::text, content FROM feedback WHERE content ~ ?",
                "UPDATE feedback SET content_folded = ? WHERE id = ? AND xmin = ?::xid");
        fold(
                connection,
                "SELECT feedback_id, xmin::text, name, phone, email FROM feedback_sender WHERE concat_ws(' ', name, phone, email) ~ ?",
                "UPDATE feedback_sender SET folded = ? WHERE feedback_id = ? AND xmin = ?::xid");
    }
}
