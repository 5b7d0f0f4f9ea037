package vn.cchc.reporting.migration;

import java.util.List;
import vn.cchc.platform.database.FoldingMigration.Folded;

/** What reporting-service compares by its fold: the titles of tasks, by which a regime knows its reports. */
final class FoldedTexts {

    static final List<Folded> ALL = List.of(new Folded("task_now", "id", "title_folded", List.of("title")));

    private FoldedTexts() {}
}
