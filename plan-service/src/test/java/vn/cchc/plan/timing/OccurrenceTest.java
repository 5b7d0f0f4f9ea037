package vn.cchc.plan.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.calendar.ShippedTable;
import vn.cchc.platform.calendar.WorkingCalendar;

class OccurrenceTest {

    private final WorkingCalendar calendar = ShippedTable.calendar();

    private static List<Occurrence> of(String text) {
        return Occurrence.of(new TimingParser(2021).read(text).get(0), 2021, false);
    }

    private List<LocalDate> dueDays(String text) {
        return of(text).stream()
                .map(occurrence ->
                        occurrence.due().orElseThrow().dueDay(calendar).dueOn())
                .toList();
    }

    @Test
    void the_first_quarter_report_is_due_on_saturday_27_february_and_worked_on_friday() {
        DueDay due = of("Quý I, 6 tháng, quý III trước ngày cuối cùng các tháng 2, 5, 8")
                .get(0)
                .due()
                .orElseThrow()
                .dueDay(calendar);

        assertThat(due.dueOn()).isEqualTo(LocalDate.of(2021, 2, 27));
        assertThat(due.workOn()).isEqualTo(LocalDate.of(2021, 2, 26));
    }

    @Test
    void an_authority_that_counts_the_day_itself_has_one_day_more() {
        Occurrence inclusive = Occurrence.of(
                        new TimingParser(2021).read("Trước 30/9/2021").get(0), 2021, true)
                .get(0);

        assertThat(inclusive.due().orElseThrow().dueDay(calendar).dueOn()).isEqualTo(LocalDate.of(2021, 9, 30));
        assertThat(dueDays("Trước 30/9/2021")).containsExactly(LocalDate.of(2021, 9, 29));
    }

    @Test
    void quarterly_and_at_the_end_of_the_year_gives_four_quarters_and_the_year() {
        assertThat(of("Hàng quý và cuối năm"))
                .extracting(Occurrence::key)
                .containsExactly("2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4", "2021");
        assertThat(dueDays("Hàng quý và cuối năm"))
                .containsExactly(
                        LocalDate.of(2021, 3, 31),
                        LocalDate.of(2021, 6, 30),
                        LocalDate.of(2021, 9, 30),
                        LocalDate.of(2021, 12, 31),
                        LocalDate.of(2021, 12, 31));
    }

    @Test
    void monthly_is_the_last_day_and_twice_monthly_the_fifteenth_as_well() {
        assertThat(dueDays("Hàng tháng")).hasSize(12).startsWith(LocalDate.of(2021, 1, 31), LocalDate.of(2021, 2, 28));
        assertThat(dueDays("02 lần/tháng"))
                .hasSize(24)
                .startsWith(LocalDate.of(2021, 1, 15), LocalDate.of(2021, 1, 31), LocalDate.of(2021, 2, 15));
    }

    @Test
    void a_schedule_without_days_gives_periods_without_due_days() {
        assertThat(of("Quý I, 6 tháng, quý III và năm 2021"))
                .extracting(Occurrence::key)
                .containsExactly("2021-Q1", "2021-H1", "2021-Q3", "2021");
        assertThat(of("Quý I, 6 tháng, quý III và năm 2021"))
                .allMatch(occurrence ->
                        occurrence.due().isEmpty() && !occurrence.key().equals(Occurrence.STANDING));
    }

    @Test
    void what_waits_gives_one_placeholder_and_what_never_ends_gives_none() {
        assertThat(of("Khi có yêu cầu")).extracting(Occurrence::key).containsExactly(Occurrence.STANDING);
        assertThat(of("Theo Kế hoạch theo dõi tình hình THPL"))
                .extracting(Occurrence::key)
                .containsExactly(Occurrence.STANDING);
        assertThat(of("Thường xuyên")).isEmpty();
    }

    @Property
    void keys_of_a_rule_are_unique_in_every_year(
            @ForAll Rhythm rhythm, @ForAll @IntRange(min = 2000, max = 2100) int year) {
        List<Occurrence> occurrences = Occurrence.of(new TimingRule.Recurring(rhythm), year, false);

        assertThat(occurrences).extracting(Occurrence::key).doesNotHaveDuplicates();
        assertThat(occurrences)
                .allMatch(occurrence -> occurrence.due().orElseThrow().day().getYear() == year);
    }
}
