package vn.cchc.feedback.migration;

import java.util.List;
import vn.cchc.platform.database.FoldingMigration.Folded;

/** What feedback-service searches by its fold: contents and senders. */
final class FoldedTexts {

    static final List<Folded> ALL = List.of(
            new Folded("feedback", "id", "content_folded", List.of("content")),
            new Folded("feedback_sender", "feedback_id", "folded", List.of("name", "phone", "email")));

    private FoldedTexts() {}
}
