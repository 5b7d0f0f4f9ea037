package vn.cchc.reporting.migration;

import jakarta.inject.Singleton;
import vn.cchc.platform.database.FoldingMigration;

/** Titles of tasks with any character that shows nothing: {@link FoldAnew} passed over some of them. */
@Singleton
public final class FoldAllInvisible extends FoldingMigration {

    public FoldAllInvisible() {
        super("20261211.10", INVISIBLE, FoldedTexts.ALL);
    }
}
