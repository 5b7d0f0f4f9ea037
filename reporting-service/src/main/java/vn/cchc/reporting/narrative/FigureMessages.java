package vn.cchc.reporting.narrative;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Message bundle of figures: names, units and values. Vietnamese only, as the reports they are printed in. */
@MessageBundle(value = "figure", locale = "vi")
public interface FigureMessages {

    @Message("Tổng số PAKN tiếp nhận trong kỳ")
    String feedbackReceived();

    @Message("PAKN tiếp nhận qua hình thức {channel}")
    String feedbackByChannel(String channel);

    @Message("PAKN đã trả lời")
    String feedbackAnswered();

    @Message("PAKN trả lời đúng hạn")
    String feedbackInTime();

    @Message("PAKN trả lời trễ hạn")
    String feedbackLate();

    @Message("Tỷ lệ PAKN trả lời đúng hạn")
    String feedbackInTimeRate();

    @Message("PAKN đang xử lý tại thời điểm chốt số liệu")
    String feedbackOpen();

    @Message("PAKN đang xử lý đã quá hạn")
    String feedbackOverdue();

    @Message("PAKN từ chối tiếp nhận")
    String feedbackRefused();

    @Message("PAKN chuyển cơ quan có thẩm quyền")
    String feedbackReferred();

    @Message("PAKN do người gửi rút lại")
    String feedbackWithdrawn();

    @Message("PAKN tiếp nhận trước, ghi nhận sau khi chốt số liệu kỳ trước")
    String feedbackLateAdditions();

    @Message("Mốc nhiệm vụ đến hạn trong kỳ")
    String milestonesDue();

    @Message("Mốc nhiệm vụ đã hoàn thành")
    String milestonesAccepted();

    @Message("Mốc hoàn thành đúng hạn")
    String milestonesInTime();

    @Message("Mốc hoàn thành chậm hạn")
    String milestonesLate();

    @Message("Mốc đã nộp sản phẩm, chờ nghiệm thu")
    String milestonesSubmitted();

    @Message("Mốc quá hạn chưa hoàn thành")
    String milestonesOverdue();

    @Message("Mốc bị trả lại, chưa nộp lại")
    String milestonesReturned();

    @Message("Mốc được miễn thực hiện")
    String milestonesWaived();

    @Message("Tỷ lệ mốc đến hạn đã hoàn thành")
    String milestonesAcceptedRate();

    @Message("Mốc đến hạn trước kỳ, chưa hoàn thành")
    String milestonesCarriedOver();

    @Message("Nhiệm vụ thường xuyên")
    String tasksContinuous();

    @Message("Nhiệm vụ thường xuyên có báo cáo tiến độ trong kỳ")
    String tasksContinuousReported();

    @Message("Tỷ lệ nhiệm vụ thường xuyên có báo cáo tiến độ")
    String tasksContinuousReportedRate();

    @Message("Chỉ tiêu đã có số liệu")
    String targetsRead();

    @Message("Chỉ tiêu đạt theo số liệu")
    String targetsMet();

    @Message("{label}, lĩnh vực {area}")
    String inArea(String label, int area);

    @Message("trực tuyến")
    String online();

    @Message("điện thoại")
    String phone();

    @Message("trực tiếp")
    String inPerson();

    @Message("bưu chính")
    String post();

    @Message("thư điện tử")
    String email();

    @Message("PAKN")
    String unitFeedback();

    @Message("mốc nhiệm vụ")
    String unitMilestone();

    @Message("nhiệm vụ")
    String unitTask();

    @Message("chỉ tiêu")
    String unitTarget();

    @Message("%")
    String unitPercent();

    /** Of a rate with denominator 0, which is not 0 %. */
    @Message("chưa phát sinh")
    String notArisen();
}
