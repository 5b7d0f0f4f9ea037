package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.calendar.ShippedTable;
import vn.cchc.platform.calendar.Term;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.explanation.DueDayExplanation;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.testing.LocalServers;

/** The message bundles of the platform are found by a service, and exist in a running one only. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class DueDayExplanationTest {

    private final WorkingCalendar calendar = ShippedTable.calendar();

    @Test
    void each_sentence_is_told_in_both_languages() {
        String told = Stream.of(
                        DueDay.before(LocalDate.of(2021, 2, 28), false, calendar),
                        DueDay.before(LocalDate.of(2021, 2, 28), true, calendar),
                        DueDay.on(LocalDate.of(2028, 1, 1), calendar),
                        DueDay.after(LocalDate.of(2025, 4, 24), Term.workingDays(3), calendar),
                        DueDay.after(LocalDate.of(2021, 2, 5), Term.calendarDays(1), calendar),
                        DueDay.after(LocalDate.of(2021, 2, 5), Term.weeks(1).withoutRolling(), calendar),
                        DueDay.after(LocalDate.of(2021, 2, 5), Term.months(3), calendar),
                        DueDay.after(LocalDate.of(2021, 1, 22), Term.hours(24), calendar),
                        DueDay.beforeEvent(LocalDate.of(2021, 2, 8), Term.workingDays(1), calendar))
                .map(due -> DueDayExplanation.of(due.explanation()))
                .map(due -> Stream.of(
                                Stream.of(due.rule()),
                                due.steps().stream().map(DueDayExplanation.Step::text),
                                Stream.of(due.clause()))
                        .flatMap(Function.identity())
                        .map(text -> text.vi() + "\n  " + text.en())
                        .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));

        assertThat(told).isEqualTo("""
            Trước ngày 28/02/2021, không tính ngày đó
              Before 28 February 2021, that day excluded
            Mốc ghi "trước ngày 28/02/2021"
              Worded "before 28 February 2021"
            Trước ngày 28/02/2021 nghĩa là chậm nhất ngày 27/02/2021
              Before 28 February 2021 means 27 February 2021 at the latest
            27/02/2021 (thứ Bảy): ngày nghỉ
              27 February 2021 (Saturday): a day off
            Ngày làm việc cuối cùng trước hạn: thứ Sáu 26/02/2021
              Last working day before it: Friday, 26 February 2021
            Mốc thời gian ghi trong văn bản, không phải thời hạn theo Điều 147–148 Bộ luật Dân sự 2015: không chuyển sang ngày sau
              A deadline named in the document, no term under art. 147–148 of the Civil Code 2015: it is not moved to a later day

            Trước ngày 28/02/2021, tính cả ngày đó
              Before 28 February 2021, that day included
            Mốc ghi "trước ngày 28/02/2021"
              Worded "before 28 February 2021"
            Cơ quan quy định tính cả ngày 28/02/2021
              The authority has settled that 28 February 2021 itself is in time
            28/02/2021 (Chủ nhật): ngày nghỉ
              28 February 2021 (Sunday): a day off
            27/02/2021 (thứ Bảy): ngày nghỉ
              27 February 2021 (Saturday): a day off
            Ngày làm việc cuối cùng trước hạn: thứ Sáu 26/02/2021
              Last working day before it: Friday, 26 February 2021
            Mốc thời gian ghi trong văn bản, không phải thời hạn theo Điều 147–148 Bộ luật Dân sự 2015: không chuyển sang ngày sau
              A deadline named in the document, no term under art. 147–148 of the Civil Code 2015: it is not moved to a later day

            Chậm nhất ngày 01/01/2028
              On 1 January 2028 at the latest
            Ngày cuối cùng là 01/01/2028
              The last day is 1 January 2028
            01/01/2028 (Tết Dương lịch): ngày nghỉ
              1 January 2028 (New Year's Day): a day off
            Ngày làm việc cuối cùng trước hạn: thứ Sáu 31/12/2027
              Last working day before it: Friday, 31 December 2027
            Tạm tính: chưa có bảng ngày làm việc năm 2028, dùng ngày nghỉ lễ cố định và ngày nghỉ lễ âm lịch dự kiến; có thể thay đổi khi có bảng
              Provisional: there is no table of working days for 2028 yet; the fixed holidays and the expected lunar ones were used, and it may change when the table comes
            Mốc thời gian ghi trong văn bản, không phải thời hạn theo Điều 147–148 Bộ luật Dân sự 2015: không chuyển sang ngày sau
              A deadline named in the document, no term under art. 147–148 of the Civil Code 2015: it is not moved to a later day

            3 ngày làm việc kể từ ngày tiếp theo của ngày 24/04/2025
              3 working days from the day after 24 April 2025
            Ngày xảy ra sự kiện 24/04/2025 không được tính
              The day of the event, 24 April 2025, is not counted
            26/04/2025 (thứ Bảy): làm bù cho ngày 02/05/2025, được tính
              26 April 2025 (Saturday): worked in exchange for 2 May 2025, counted
            27/04/2025 (Chủ nhật): không tính
              27 April 2025 (Sunday): not counted
            Thời hạn 3 ngày làm việc kết thúc vào thứ Hai 28/04/2025
              The term of 3 working days ends on Monday, 28 April 2025
            Bộ luật Dân sự 2015, Điều 147 khoản 3; Điều 148 khoản 1 và 6
              Civil Code 2015, art. 147(3); art. 148(1) and (6)

            1 ngày kể từ ngày tiếp theo của ngày 05/02/2021
              1 day from the day after 5 February 2021
            Ngày xảy ra sự kiện 05/02/2021 không được tính
              The day of the event, 5 February 2021, is not counted
            Thời hạn 1 ngày kết thúc vào thứ Bảy 06/02/2021
              The term of 1 day ends on Saturday, 6 February 2021
            06/02/2021 (thứ Bảy): chuyển sang ngày sau
              6 February 2021 (Saturday): moved to the next day
            07/02/2021 (Chủ nhật): chuyển sang ngày sau
              7 February 2021 (Sunday): moved to the next day
            Ngày làm việc tiếp theo: thứ Hai 08/02/2021
              Next working day: Monday, 8 February 2021
            Bộ luật Dân sự 2015, Điều 147 khoản 3; Điều 148 khoản 1, 5 và 6
              Civil Code 2015, art. 147(3); art. 148(1), (5) and (6)

            1 tuần kể từ ngày tiếp theo của ngày 05/02/2021, không chuyển sang ngày làm việc tiếp theo
              1 week from the day after 5 February 2021, not moved to the next working day
            Ngày xảy ra sự kiện 05/02/2021 không được tính
              The day of the event, 5 February 2021, is not counted
            Thời hạn 1 tuần kết thúc vào thứ Sáu 12/02/2021
              The term of 1 week ends on Friday, 12 February 2021
            12/02/2021 (Tết Âm lịch (cả ngày nghỉ bù)): ngày nghỉ
              12 February 2021 (Lunar New Year (with substitute days)): a day off
            11/02/2021 (Tết Âm lịch (cả ngày nghỉ bù)): ngày nghỉ
              11 February 2021 (Lunar New Year (with substitute days)): a day off
            10/02/2021 (Tết Âm lịch (cả ngày nghỉ bù)): ngày nghỉ
              10 February 2021 (Lunar New Year (with substitute days)): a day off
            Ngày làm việc cuối cùng trước hạn: thứ Ba 09/02/2021
              Last working day before it: Tuesday, 9 February 2021
            Bộ luật Dân sự 2015, Điều 147 khoản 3; Điều 148 khoản 2 và 6
              Civil Code 2015, art. 147(3); art. 148(2) and (6)

            3 tháng kể từ ngày tiếp theo của ngày 05/02/2021
              3 months from the day after 5 February 2021
            Ngày xảy ra sự kiện 05/02/2021 không được tính
              The day of the event, 5 February 2021, is not counted
            Thời hạn 3 tháng kết thúc vào thứ Tư 05/05/2021
              The term of 3 months ends on Wednesday, 5 May 2021
            Bộ luật Dân sự 2015, Điều 147 khoản 3; Điều 148 khoản 3, 5 và 6
              Civil Code 2015, art. 147(3); art. 148(3), (5) and (6)

            24 giờ kể từ thời điểm xảy ra sự kiện trong ngày 22/01/2021: kết thúc vào giờ đó, không chuyển sang ngày làm việc tiếp theo
              24 hours from the moment of the event on 22 January 2021: it ends at that hour and is not moved to the next working day
            Sự kiện xảy ra trong ngày 22/01/2021
              The event is on 22 January 2021
            Thời hạn 24 giờ kết thúc vào thứ Bảy 23/01/2021
              The term of 24 hours ends on Saturday, 23 January 2021
            23/01/2021 (thứ Bảy): ngày nghỉ
              23 January 2021 (Saturday): a day off
            Ngày làm việc cuối cùng trước hạn: thứ Sáu 22/01/2021
              Last working day before it: Friday, 22 January 2021
            Bộ luật Dân sự 2015, Điều 147 khoản 1
              Civil Code 2015, art. 147(1)

            Chậm nhất 1 ngày làm việc trước sự kiện ngày 08/02/2021, không chuyển sang ngày sau
              1 working day before the event on 8 February 2021 at the latest, not moved to a later day
            Ngày xảy ra sự kiện 08/02/2021 không được tính
              The day of the event, 8 February 2021, is not counted
            07/02/2021 (Chủ nhật): không tính
              7 February 2021 (Sunday): not counted
            06/02/2021 (thứ Bảy): không tính
              6 February 2021 (Saturday): not counted
            1 ngày làm việc trước sự kiện là thứ Sáu 05/02/2021
              1 working day before the event is Friday, 5 February 2021
            Đếm ngược từ sự kiện, không tính ngày xảy ra sự kiện (Bộ luật Dân sự 2015, Điều 147 khoản 3); không chuyển sang ngày sau, vì khi đó không còn đủ thời hạn trước sự kiện
              Counted back from the event, whose own day is not counted (Civil Code 2015, art. 147(3)); not moved to a later day, on which less than the term would be left before the event""");
    }

    private static BilingualText text(String example) {
        try {
            return JsonMapper.builder().build().readValue(example, BilingualText.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(example, e);
        }
    }

    @Test
    void a_note_tells_that_a_day_may_move_and_that_it_has() {
        LocalDate dueOn = LocalDate.of(2028, 1, 10);
        Optional<LocalDate> before = Optional.of(LocalDate.of(2028, 1, 7));

        assertThat(DueDayExplanation.note(dueOn, false, Optional.empty())).isEmpty();
        assertThat(DueDayExplanation.note(LocalDate.of(2021, 1, 15), false, Optional.of(LocalDate.of(2021, 1, 14))))
                .contains(text(DueDay.NOTE_EXAMPLE));
        assertThat(DueDayExplanation.note(LocalDate.of(2021, 1, 15), true, Optional.empty()))
                .contains(text(DueDay.PROVISIONAL_NOTE_EXAMPLE));
        assertThat(DueDayExplanation.note(dueOn, false, before))
                .contains(BilingualText.of(
                        "Hạn trả lời đã được tính lại theo bảng ngày làm việc mới: 07/01/2028 → 10/01/2028.",
                        "The due day of the answer was counted anew by a new table of working days: 7 January 2028 → 10"
                                + " January 2028."));
        assertThat(DueDayExplanation.note(dueOn, true, Optional.empty()))
                .contains(BilingualText.of(
                        "Hạn trả lời 10/01/2028 là tạm tính: thời hạn có năm chưa công bố ngày nghỉ; hạn có thể thay đổi.",
                        "The due day of the answer, 10 January 2028, is provisional: the term touches a year whose days off"
                                + " are not announced yet; it may change."));
        assertThat(DueDayExplanation.note(dueOn, true, before)).hasValueSatisfying(note -> {
            assertThat(note.vi()).contains("07/01/2028 → 10/01/2028. Hạn trả lời 10/01/2028 là tạm tính");
            assertThat(note.en()).contains("10 January 2028. The due day of the answer, 10 January 2028");
        });
    }
}
