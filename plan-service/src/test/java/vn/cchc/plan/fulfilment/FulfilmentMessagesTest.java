package vn.cchc.plan.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;

/** The message bundles exist in a running service only. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class FulfilmentMessagesTest {

    private static FulfilmentMessages messages() {
        return MessageBundles.get(FulfilmentMessages.class);
    }

    @Test
    void a_milestone_names_the_day_of_its_feedback() {
        assertThat(messages().feedbackReceived(LocalDate.of(2021, 2, 5)))
                .isEqualTo("Phản ánh, kiến nghị nhận ngày 05/02/2021");
    }

    @Test
    void a_milestone_says_why_feedback_needs_no_answer() {
        assertThat(FeedbackState.reason("REFUSED")).isEqualTo("Phản ánh, kiến nghị không được tiếp nhận");
        assertThat(FeedbackState.reason("REFERRED")).isEqualTo("Đã chuyển cơ quan có thẩm quyền");
        assertThat(FeedbackState.reason("WITHDRAWN")).isEqualTo("Người gửi đã rút phản ánh, kiến nghị");
        assertThat(FeedbackState.reason("ANSWERED")).isNull();
        assertThat(messages().feedbackLost())
                .isEqualTo("Dịch vụ phản ánh, kiến nghị không còn hồ sơ này sau khi khôi phục dữ liệu");
    }

    @Test
    void a_report_is_named_by_its_number_where_it_has_one() {
        assertThat(ReportState.reason("RETURNED", "12/BC-UBND")).isEqualTo("Cấp trên trả lại báo cáo số 12/BC-UBND");
        assertThat(ReportState.reason("RETURNED", null)).isEqualTo("Cấp trên trả lại báo cáo");
        assertThat(ReportState.reason("SENT", "12/BC-UBND")).isNull();
        assertThat(messages().report("12/BC-UBND")).isEqualTo("Báo cáo số 12/BC-UBND");
        assertThat(messages().report(null)).isEqualTo("Báo cáo");
    }
}
