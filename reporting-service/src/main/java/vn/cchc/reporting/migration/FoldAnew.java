package vn.cchc.reporting.migration;

import jakarta.inject.Singleton;
import vn.cchc.platform.database.FoldingMigration;

/**
 * Titles of tasks with {@code Ð} or {@code Ɖ} for {@code Đ}, other spaces, zero-width or control characters: by their fold a regime
 * knows its reports. A title that is folded otherwise is looked for among the regimes again, by the triggers of the table.
 */
@Singleton
public final class FoldAnew extends FoldingMigration {

    public FoldAnew() {
        super(
                "20261210.10",
                "[\u00D0\u00F0\u0189\u0256\u00AD\u034F\u061C\u115F\u1160\u180E\u2000-\u200F\u2028-\u202F\u205F-\u206F\u2800\u3000"
                        + "\u3164\uFEFF\uFFA0\\u0001-\\u0008\\u000E-\\u001F\\u007F-\\u009F]",
                FoldedTexts.ALL);
    }
}
