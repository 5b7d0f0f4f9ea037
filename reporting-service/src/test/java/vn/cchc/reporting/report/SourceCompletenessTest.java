package vn.cchc.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.event.Completeness;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.testing.LocalServers;

/** What is missing, in words. The message bundles exist in a running service only. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class SourceCompletenessTest {

    @Test
    void what_is_missing_is_told_source_by_source_and_cause_by_cause() {
        assertThat(SourceCompleteness.described(List.of(
                        upTo("cchc.feedback", LocalDate.of(2021, 2, 24)),
                        upTo("cchc.feedback", LocalDate.of(2021, 2, 23)),
                        missing("cchc.feedback", Completeness.Cause.DEAD_LETTER),
                        upTo("cchc.milestone", null),
                        missing("cchc.task", Completeness.Cause.WITHHELD_BY_SOURCE),
                        missing("cchc.task", Completeness.Cause.DEAD_LETTER),
                        missing("cchc.task", Completeness.Cause.DEAD_LETTER),
                        missing("cchc.target-reading", Completeness.Cause.EVENTS_MISSING),
                        missing("cchc.plan", Completeness.Cause.EVENTS_MISSING),
                        missing("cchc.plan", Completeness.Cause.EVENTS_MISSING),
                        missing("cchc.calendar", Completeness.Cause.EVENTS_MISSING),
                        missing("cchc.other", Completeness.Cause.DEAD_LETTER))))
                .isEqualTo(BilingualText.of(
                        "phản ánh, kiến nghị (mới đủ đến hết ngày 23/02/2021; 01 bản ghi chưa xử lý được), mốc nhiệm vụ (chưa rõ đủ"
                                + " đến ngày nào), nhiệm vụ (dịch vụ nguồn còn thiếu dữ liệu của cơ quan này; 02 bản ghi chưa xử lý"
                                + " được), số liệu chỉ tiêu (01 bản ghi chờ bản ghi đứng trước), kế hoạch (02 bản ghi chờ bản ghi"
                                + " đứng trước), lịch làm việc (01 bản ghi chờ bản ghi đứng trước), cchc.other (01 bản ghi chưa xử lý"
                                + " được)",
                        "feedback (complete to 2021-02-23 only; 1 record could not be processed), milestones (not known to be"
                                + " complete to any day), tasks (the service that tells it misses something of this authority"
                                + " itself; 2 records could not be processed), readings of targets (1 record waits for one before"
                                + " it), plans (2 records wait for others before them), the working calendar (1 record waits for"
                                + " one before it), cchc.other (1 record could not be processed)"));
    }

    private static MissingSource upTo(String topic, LocalDate day) {
        return new MissingSource(Completeness.Cause.NOT_MARKED, topic, 0, day, null);
    }

    private static MissingSource missing(String topic, Completeness.Cause cause) {
        return new MissingSource(cause, topic, null, null, UUID.randomUUID());
    }
}
