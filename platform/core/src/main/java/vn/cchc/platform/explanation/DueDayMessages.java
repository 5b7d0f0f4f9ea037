package vn.cchc.platform.explanation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;
import java.util.List;

/** The derivation of a due day, in Vietnamese. */
@MessageBundle(value = "due", locale = "vi")
public interface DueDayMessages {

    @Message("{amount} giờ")
    String hours(int amount);

    @Message("{amount} ngày")
    String days(int amount);

    @Message("{amount} ngày làm việc")
    String workingDays(int amount);

    @Message("{amount} tuần")
    String weeks(int amount);

    @Message("{amount} tháng")
    String months(int amount);

    /** @param stays whether it ends on its last day even if that is a day off */
    @Message("{term} kể từ ngày tiếp theo của ngày {event.dayVi}"
            + "{#if stays}, không chuyển sang ngày làm việc tiếp theo{/if}")
    String term(String term, LocalDate event, boolean stays);

    @Message(
            "{term} kể từ thời điểm xảy ra sự kiện trong ngày {event.dayVi}: kết thúc vào giờ đó, không chuyển sang ngày làm"
                    + " việc tiếp theo")
    String hoursAfter(String term, LocalDate event);

    @Message("Chậm nhất {term} trước sự kiện ngày {event.dayVi}, không chuyển sang ngày sau")
    String termBefore(String term, LocalDate event);

    /** @param stays whether it ends on its last day even if that is a day off */
    @Message("Gia hạn {term} kể từ ngày tiếp theo của hạn cũ {dueBefore.dayVi}"
            + "{#if stays}, không chuyển sang ngày làm việc tiếp theo{/if}")
    String extension(String term, LocalDate dueBefore, boolean stays);

    @Message("Trước ngày {day.dayVi}, không tính ngày đó")
    String before(LocalDate day);

    @Message("Trước ngày {day.dayVi}, tính cả ngày đó")
    String beforeInclusive(LocalDate day);

    @Message("Chậm nhất ngày {day.dayVi}")
    String atLatest(LocalDate day);

    /** @param paragraph the paragraph of article 148 that governs the end of the term */
    @Message("Bộ luật Dân sự 2015, Điều 147 khoản 3; Điều 148 khoản {paragraph}{#if rolls}, 5{/if} và 6")
    String clauseOfTerm(int paragraph, boolean rolls);

    @Message("Bộ luật Dân sự 2015, Điều 147 khoản 1")
    String clauseOfHours();

    @Message(
            "Đếm ngược từ sự kiện, không tính ngày xảy ra sự kiện (Bộ luật Dân sự 2015, Điều 147 khoản 3); không chuyển sang"
                    + " ngày sau, vì khi đó không còn đủ thời hạn trước sự kiện")
    String clauseOfTermBefore();

    @Message(
            "Mốc thời gian ghi trong văn bản, không phải thời hạn theo Điều 147–148 Bộ luật Dân sự 2015: không chuyển sang"
                    + " ngày sau")
    String clauseOfDeadline();

    @Message("Ngày xảy ra sự kiện {day.dayVi} không được tính")
    String event(LocalDate day);

    @Message("Sự kiện xảy ra trong ngày {day.dayVi}")
    String eventWithinDay(LocalDate day);

    @Message("Hạn cũ {day.dayVi}; thời gian gia hạn tính từ ngày tiếp theo")
    String extended(LocalDate day);

    @Message("Mốc ghi \"trước ngày {day.dayVi}\"")
    String wordedBefore(LocalDate day);

    @Message("Ngày cuối cùng là {day.dayVi}")
    String lastDay(LocalDate day);

    @Message("Thời hạn {term} kết thúc vào {day.weekdayVi} {day.dayVi}")
    String termEnds(String term, LocalDate day);

    @Message("{term} trước sự kiện là {day.weekdayVi} {day.dayVi}")
    String termBeforeEnds(String term, LocalDate day);

    @Message("Gia hạn {term} kết thúc vào {day.weekdayVi} {day.dayVi}")
    String extensionEnds(String term, LocalDate day);

    @Message("Trước ngày {named.dayVi} nghĩa là chậm nhất ngày {day.dayVi}")
    String beforeMeans(LocalDate named, LocalDate day);

    @Message("Cơ quan quy định tính cả ngày {day.dayVi}")
    String settledInclusive(LocalDate day);

    @Message("{day.dayVi} ({reason}): không tính")
    String notCounted(LocalDate day, String reason);

    @Message("{day.dayVi} ({day.weekdayVi}): làm bù cho ngày {exchangedFor.dayVi}, được tính")
    String madeUp(LocalDate day, LocalDate exchangedFor);

    @Message("{day.dayVi} ({reason}): chuyển sang ngày sau")
    String rolledPast(LocalDate day, String reason);

    @Message("Ngày làm việc tiếp theo: {day.weekdayVi} {day.dayVi}")
    String rolledTo(LocalDate day);

    @Message("{day.dayVi} ({reason}): ngày nghỉ")
    String dayOff(LocalDate day, String reason);

    @Message("Ngày làm việc cuối cùng trước hạn: {day.weekdayVi} {day.dayVi}")
    String workOn(LocalDate day);

    @Message(
            "Tạm tính: chưa có bảng ngày làm việc năm {#each years}{it}{#if it_hasNext}, {/if}{/each}, dùng ngày nghỉ lễ cố"
                    + " định và ngày nghỉ lễ âm lịch dự kiến; có thể thay đổi khi có bảng")
    String provisional(List<Integer> years);

    @Message("Hạn trả lời đã được tính lại theo bảng ngày làm việc mới: {before.dayVi} → {dueOn.dayVi}.")
    String answerDayMoved(LocalDate before, LocalDate dueOn);

    @Message("Gia hạn lần {number}: thêm {term}, trả lời chậm nhất hết ngày {dueOn.dayVi}.")
    String answerDayExtended(int number, String term, LocalDate dueOn);

    @Message("Hạn trả lời {dueOn.dayVi} là tạm tính: thời hạn có năm chưa công bố ngày nghỉ; hạn có thể thay đổi.")
    String answerDayMayMove(LocalDate dueOn);
}
