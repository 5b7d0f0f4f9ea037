package vn.cchc.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

class DraftPdfsTest {

    private static final int MB = 1024 * 1024;

    private final DraftPdfs pdfs = new DraftPdfs();

    @Test
    void what_fails_is_tried_again() {
        assertThatThrownBy(() -> pdfs.get("a", () -> {
                    throw new IllegalStateException("no layout");
                }))
                .hasMessage("no layout");

        assertThat(pdfs.get("a", () -> new byte[] {1})).containsExactly(1);
    }

    @Test
    void no_more_is_kept_than_fits() {
        for (int i = 0; i < 64; i++) {
            pdfs.get("draft " + i, () -> new byte[MB]);
        }

        byte[] anew = {2};
        await().untilAsserted(() -> {
            int kept = 0;
            for (int i = 0; i < 64; i++) {
                kept += pdfs.get("draft " + i, () -> anew).length == MB ? 1 : 0;
            }
            assertThat(kept).isBetween(1, 16);
        });
    }
}
