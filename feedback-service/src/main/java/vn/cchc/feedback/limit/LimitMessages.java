package vn.cchc.feedback.limit;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/** The derivation of a due moment within a day, in Vietnamese. Times are as printed: 07:30. */
@MessageBundle(value = "limit", locale = "vi")
public interface LimitMessages {

    @Message("{amount} giờ làm việc")
    String hours(int amount);

    @Message("{term} kể từ {time} ngày {day.dayVi}, tính theo giờ làm việc của cơ quan")
    String term(String term, String time, LocalDate day);

    @Message("Gia hạn {term} kể từ hạn cũ {time} ngày {day.dayVi}")
    String extension(String term, String time, LocalDate day);

    /** @param offices hours with their legal bases */
    @Message("Bộ luật Dân sự 2015, Điều 147 khoản 1; giờ làm việc {offices}")
    String clause(String offices);

    @Message("Từ {time} {day.weekdayVi} {day.dayVi}, trong giờ làm việc: tính từ lúc đó")
    String arrived(String time, LocalDate day);

    @Message("Từ {time} {day.weekdayVi} {day.dayVi}, không trong giờ làm việc hoặc đang tạm dừng: tính từ"
            + " {fromTime} {from.weekdayVi} {from.dayVi}")
    String arrivedBefore(String time, LocalDate day, String fromTime, LocalDate from);

    @Message("Hạn cũ {time} ngày {day.dayVi}; thời gian gia hạn tính tiếp từ lúc đó")
    String extended(String time, LocalDate day);

    @Message("Tạm dừng từ {time} ngày {day.dayVi} đến {toTime} ngày {to.dayVi}: không tính {hours} giờ {minutes} phút"
            + " làm việc")
    String paused(String time, LocalDate day, String toTime, LocalDate to, long hours, int minutes);

    @Message("Thời hạn {term} kết thúc lúc {time} {day.weekdayVi} {day.dayVi}")
    String termEnds(String term, String time, LocalDate day);

    @Message("Gia hạn {term} kết thúc lúc {time} {day.weekdayVi} {day.dayVi}")
    String extensionEnds(String term, String time, LocalDate day);

    @Message("Gia hạn lần {number}: thêm {term}, trả lời trước {time} ngày {day.dayVi}.")
    String answerExtended(int number, String term, String time, LocalDate day);

    @Message("Gia hạn lần {number}: thêm {term}, trả lời chậm nhất trong ngày {day.dayVi}.")
    String answerExtendedTo(int number, String term, LocalDate day);
}
