package vn.cchc.plan.fulfilment;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/** What milestones and readings say of the feedback or report that they follow. Kept in Vietnamese, as plans are. */
@MessageBundle(value = "fulfilment", locale = "vi")
public interface FulfilmentMessages {

    /** Label of the milestone of one feedback. */
    @Message("Phản ánh, kiến nghị nhận ngày {day.vi}")
    String feedbackReceived(LocalDate day);

    @Message("Phản ánh, kiến nghị không được tiếp nhận")
    String feedbackRefused();

    @Message("Đã chuyển cơ quan có thẩm quyền")
    String feedbackReferred();

    @Message("Người gửi đã rút phản ánh, kiến nghị")
    String feedbackWithdrawn();

    @Message("Dịch vụ phản ánh, kiến nghị không còn hồ sơ này sau khi khôi phục dữ liệu")
    String feedbackLost();

    /** @param number null where the report has none */
    @Message("Cấp trên trả lại báo cáo{#if number} số {number}{/if}")
    String reportReturned(String number);

    /**
     * Source of a reading.
     *
     * @param number null where the report has none
     */
    @Message("Báo cáo{#if number} số {number}{/if}")
    String report(String number);
}
