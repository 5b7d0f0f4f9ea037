package vn.cchc.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.platform.http.BilingualText;

class DueDayTest {

    private final WorkingCalendar calendar = ShippedTable.calendar();

    @ParameterizedTest
    @CsvSource({
        "2021-02-05, 2021-02-17, 2021-02-26",
        "2021-04-22, 2021-05-04, 2021-05-10",
        "2025-04-24, 2025-05-05, 2025-05-12",
        "2026-08-21, 2026-09-03, 2026-09-08",
    })
    void ten_days_end_where_the_domain_says(LocalDate received, LocalDate calendarDays, LocalDate workingDays) {
        assertThat(DueDay.after(received, Term.calendarDays(10), calendar).dueOn())
                .isEqualTo(calendarDays);
        assertThat(DueDay.after(received, Term.workingDays(10), calendar).dueOn())
                .isEqualTo(workingDays);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-01-04, 1, CALENDAR_DAY, true, 2021-01-05",
        "2021-01-29, 1, CALENDAR_DAY, true, 2021-02-01",
        "2021-01-29, 1, CALENDAR_DAY, false, 2021-01-30",
        "2021-01-29, 1, WORKING_DAY, false, 2021-02-01",
        "2021-02-09, 1, WEEK, true, 2021-02-17",
        "2021-02-17, 1, WEEK, true, 2021-02-24",
        "2021-02-06, 1, WEEK, false, 2021-02-13",
        "2021-01-31, 1, MONTH, false, 2021-02-28",
        "2021-01-31, 1, MONTH, true, 2021-03-01",
        "2021-01-29, 1, MONTH, false, 2021-02-28",
        "2024-01-31, 1, MONTH, true, 2024-02-29",
        "2021-02-28, 1, MONTH, false, 2021-03-28",
        "2020-12-15, 2, MONTH, true, 2021-02-17",
    })
    void a_term_ends_as_the_civil_code_says(
            LocalDate event, int amount, Term.Unit unit, boolean rollsForward, LocalDate expected) {
        assertThat(DueDay.after(event, new Term(amount, unit, rollsForward), calendar)
                        .dueOn())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-02-28, false, 2021-02-27, 2021-02-26",
        "2021-02-28, true, 2021-02-28, 2021-02-26",
        "2021-09-30, false, 2021-09-29, 2021-09-29",
        "2021-02-17, false, 2021-02-16, 2021-02-09",
        "2021-01-01, false, 2020-12-31, 2020-12-31",
        "2025-04-27, false, 2025-04-26, 2025-04-26",
    })
    void before_a_day_is_never_moved_past_it(LocalDate deadline, boolean inclusive, LocalDate dueOn, LocalDate workOn) {
        DueDay due = DueDay.before(deadline, inclusive, calendar);

        assertThat(due.dueOn()).isEqualTo(dueOn);
        assertThat(due.workOn()).isEqualTo(workOn);
    }

    @Test
    void a_named_last_day_stays_and_shows_the_working_day_before_it() {
        DueDay due = DueDay.on(LocalDate.of(2021, 1, 31), calendar);

        assertThat(due.dueOn()).isEqualTo("2021-01-31");
        assertThat(due.workOn()).isEqualTo("2021-01-29");
    }

    @Test
    void explains_each_day_that_moved_the_end_of_a_term() {
        DueDay.Explanation explained = DueDay.after(LocalDate.of(2021, 2, 5), Term.calendarDays(10), calendar)
                .explanation();

        assertThat(explained.start()).isEqualTo("2021-02-05");
        assertThat(explained.tableVersion()).isEqualTo("VN-2026.1");
        assertThat(explained.rule())
                .isEqualTo(BilingualText.of(
                        "10 ngày kể từ ngày tiếp theo của ngày 05/02/2021",
                        "10 days from the day after 5 February 2021"));
        assertThat(explained.clause())
                .isEqualTo(BilingualText.of(
                        "Bộ luật Dân sự 2015, Điều 147 khoản 3; Điều 148 khoản 1, 5 và 6",
                        "Civil Code 2015, art. 147(3); art. 148(1), (5) and (6)"));
        assertThat(explained.steps().stream().map(step -> step.text().vi()))
                .containsExactly(
                        "Ngày xảy ra sự kiện 05/02/2021 không được tính",
                        "Thời hạn 10 ngày kết thúc vào thứ Hai 15/02/2021",
                        "15/02/2021 (Tết Âm lịch (cả ngày nghỉ bù)): chuyển sang ngày sau",
                        "16/02/2021 (Tết Âm lịch (cả ngày nghỉ bù)): chuyển sang ngày sau",
                        "Ngày làm việc tiếp theo: thứ Tư 17/02/2021");
        assertThat(explained.steps().stream().map(step -> step.text().en()))
                .containsExactly(
                        "The day of the event, 5 February 2021, is not counted",
                        "The term of 10 days ends on Monday, 15 February 2021",
                        "15 February 2021 (Lunar New Year (with substitute days)): moved to the next day",
                        "16 February 2021 (Lunar New Year (with substitute days)): moved to the next day",
                        "Next working day: Wednesday, 17 February 2021");
    }

    @Test
    void explains_skipped_days_and_make_up_workdays_of_a_term_in_working_days() {
        DueDay.Explanation explained = DueDay.after(LocalDate.of(2025, 4, 24), Term.workingDays(10), calendar)
                .explanation();

        assertThat(explained.clause().en()).isEqualTo("Civil Code 2015, art. 147(3); art. 148(1) and (6)");
        assertThat(explained.steps().stream().map(step -> step.day() + " " + step.kind()))
                .containsExactly(
                        "2025-04-24 START",
                        "2025-04-26 MAKE_UP_WORKDAY",
                        "2025-04-27 NOT_COUNTED",
                        "2025-04-30 NOT_COUNTED",
                        "2025-05-01 NOT_COUNTED",
                        "2025-05-02 NOT_COUNTED",
                        "2025-05-03 NOT_COUNTED",
                        "2025-05-04 NOT_COUNTED",
                        "2025-05-10 NOT_COUNTED",
                        "2025-05-11 NOT_COUNTED",
                        "2025-05-12 TERM_END");
        assertThat(explained.steps().get(1).text())
                .isEqualTo(BilingualText.of(
                        "26/04/2025 (thứ Bảy): làm bù cho ngày 02/05/2025, được tính",
                        "26 April 2025 (Saturday): worked in exchange for 2 May 2025, counted"));
    }

    @Test
    void explains_that_the_first_quarter_s_report_is_due_on_a_saturday_and_done_on_friday() {
        DueDay due = DueDay.before(LocalDate.of(2021, 2, 28), false, calendar);

        assertThat(due.explanation().rule().vi()).isEqualTo("Trước ngày 28/02/2021, không tính ngày đó");
        assertThat(due.explanation().clause().vi()).contains("không chuyển sang ngày sau");
        assertThat(due.explanation().steps().stream().map(step -> step.text().vi()))
                .containsExactly(
                        "Mốc ghi \"trước ngày 28/02/2021\"",
                        "Trước ngày 28/02/2021 nghĩa là chậm nhất ngày 27/02/2021",
                        "27/02/2021 (thứ Bảy): ngày nghỉ",
                        "Ngày làm việc cuối cùng trước hạn: thứ Sáu 26/02/2021");
        assertThat(DueDay.before(LocalDate.of(2021, 2, 28), true, calendar)
                        .explanation()
                        .steps()
                        .get(1)
                        .text()
                        .vi())
                .isEqualTo("Cơ quan quy định tính cả ngày 28/02/2021");
    }

    @ParameterizedTest
    @CsvSource({
        // received, term in calendar days, due, provisional
        "2027-12-21, 10, 2027-12-31, false",
        "2027-12-22, 10, 2028-01-04, true", // 1 January is a Saturday, its substitute Monday
        "2028-01-14, 10, 2028-01-31, true", // over the lunar New Year expected from 24 to 28 January
    })
    void a_term_that_reaches_a_year_without_a_table_ends_on_a_provisional_day(
            LocalDate received, int days, LocalDate dueOn, boolean provisional) {
        DueDay due = DueDay.after(received, Term.calendarDays(days), calendar);

        assertThat(due.dueOn()).isEqualTo(dueOn);
        assertThat(due.provisional()).isEqualTo(provisional);
        assertThat(due.explanation().steps().stream()
                        .filter(step -> step.kind() == DueDay.Step.Kind.PROVISIONAL)
                        .map(step -> step.text().vi()))
                .hasSize(provisional ? 1 : 0)
                .allMatch(text -> text.contains("năm 2028"));
    }

    @Test
    void every_year_that_was_looked_at_counts() {
        assertThat(DueDay.after(LocalDate.of(2019, 12, 25), Term.workingDays(10), calendar)
                        .provisional())
                .isTrue();
        assertThat(DueDay.after(LocalDate.of(2019, 12, 25), Term.calendarDays(10), calendar)
                        .provisional())
                .isFalse();
        assertThat(DueDay.before(LocalDate.of(2020, 1, 2), true, calendar).provisional())
                .isFalse();
        // 1 January is a holiday: the last working day before it lies in 2019.
        assertThat(DueDay.on(LocalDate.of(2020, 1, 1), calendar).provisional()).isTrue();
        assertThat(DueDay.before(LocalDate.of(2201, 9, 30), false, calendar).dueOn())
                .isEqualTo(LocalDate.of(2201, 9, 29));
    }

    @Test
    void a_term_has_a_sensible_length() {
        assertThatThrownBy(() -> Term.calendarDays(0)).hasMessageContaining("1 to 1000");
        assertThatThrownBy(() -> Term.workingDays(1001)).hasMessageContaining("1 to 1000");
        assertThat(Term.months(1).text()).isEqualTo(BilingualText.of("1 tháng", "1 month"));
        assertThat(Term.weeks(2).withoutRolling()).isEqualTo(new Term(2, Term.Unit.WEEK, false));
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

        assertThat(DueDay.note(dueOn, false, Optional.empty())).isEmpty();
        assertThat(DueDay.note(LocalDate.of(2021, 1, 15), false, Optional.of(LocalDate.of(2021, 1, 14))))
                .contains(text(DueDay.NOTE_EXAMPLE));
        assertThat(DueDay.note(LocalDate.of(2021, 1, 15), true, Optional.empty()))
                .contains(text(DueDay.PROVISIONAL_NOTE_EXAMPLE));
        assertThat(DueDay.note(dueOn, false, before))
                .contains(BilingualText.of(
                        "Hạn trả lời đã được tính lại theo bảng ngày làm việc mới: 07/01/2028 → 10/01/2028.",
                        "The due day of the answer was counted anew by a new table of working days: 7 January 2028 → 10"
                                + " January 2028."));
        assertThat(DueDay.note(dueOn, true, Optional.empty()))
                .contains(BilingualText.of(
                        "Hạn trả lời 10/01/2028 là tạm tính: thời hạn có năm chưa công bố ngày nghỉ; hạn có thể thay đổi.",
                        "The due day of the answer, 10 January 2028, is provisional: the term touches a year whose days off"
                                + " are not announced yet; it may change."));
        assertThat(DueDay.note(dueOn, true, before)).hasValueSatisfying(note -> {
            assertThat(note.vi()).contains("07/01/2028 → 10/01/2028. Hạn trả lời 10/01/2028 là tạm tính");
            assertThat(note.en()).contains("10 January 2028. The due day of the answer, 10 January 2028");
        });
    }

    @Test
    void serialises_as_a_plain_document() {
        JsonMapper json = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();

        JsonNode node = json.valueToTree(DueDay.before(LocalDate.of(2021, 2, 28), false, calendar));

        assertThat(node.at("/dueOn").asText()).isEqualTo("2021-02-27");
        assertThat(node.at("/explanation/steps/3/kind").asText()).isEqualTo("WORK_ON");
        assertThat(node.at("/explanation/steps/3/text/vi").asText()).startsWith("Ngày làm việc cuối cùng");
        assertThat(json.convertValue(node, DueDay.class))
                .isEqualTo(DueDay.before(LocalDate.of(2021, 2, 28), false, calendar));
    }
}
