package vn.cchc.plan.importing.annex;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of files that people print: states of tasks, and the list of findings. In Vietnamese, as the plan itself. */
@MessageBundle(value = "annex", locale = "vi")
public interface AnnexMessages {

    @Message("Đã hoàn thành")
    String done();

    @Message("Đang thực hiện: {accepted}/{counted} mốc")
    String underWay(int accepted, int counted);

    @Message("Quá hạn {overdue} mốc; hoàn thành {accepted}/{counted}")
    String overdue(int overdue, int accepted, int counted);

    @Message("Được miễn")
    String waived();

    @Message("Chưa phát sinh")
    String waiting();

    @Message("Thường xuyên: đã báo cáo {entered}/{owed} kỳ")
    String continuous(int entered, int owed);

    @Message("Dòng")
    String row();

    @Message("Ô")
    String cell();

    @Message("Mức độ")
    String severity();

    @Message("Mã")
    String code();

    @Message("Điểm cần xem lại")
    String finding();

    @Message("Việc cần làm")
    String advice();

    @Message("Nội dung văn bản")
    String printed();

    @Message("Còn {count} điểm khác, không ghi ở đây")
    String further(int count);
}
