package vn.cchc.plan.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.cchc.plan.timing.ReportPeriod.Part;
import vn.cchc.plan.timing.TimingRule.ReportSchedule.Item;

/** What a production prints it reads, and nothing that tells a time is swallowed. */
class TimingGrammarTest {

    private static final int YEAR = 2026;

    private final TimingParser parser = new TimingParser(YEAR);

    @Property
    void a_rule_prints_itself_and_reads_back_to_itself(@ForAll("rules") TimingRule rule) {
        assertThat(parser.read(parser.words(rule))).containsExactly(rule);
    }

    @Property
    void case_and_composition_of_letters_change_no_reading(@ForAll("rules") TimingRule rule) {
        String words = parser.words(rule);
        String other = Normalizer.normalize(words.toUpperCase(Locale.ROOT), Normalizer.Form.NFD)
                .replace(' ', '\u00a0');

        assertThat(Wordings.notation(parser.read(other), YEAR)).isEqualTo(Wordings.notation(List.of(rule), YEAR));
    }

    @Property
    void nothing_that_tells_a_time_is_swallowed(@ForAll("frames") String frame, @ForAll("times") String time) {
        List<TimingRule> rules = parser.read(frame.formatted(time));

        assertThat(rules)
                .allMatch(
                        rule -> rule.kind() == RuleKind.UNREAD || !texts(rule).contains(time.toLowerCase(Locale.ROOT)));
        // "Hạn trước 15/6", "chậm nhất trước 15/6" say no more than "trước 15/6".
        if (!time.equals("hạn") && !time.equals("chậm nhất")) {
            assertThat(rules).isNotEqualTo(parser.read(frame.formatted("")));
        }
    }

    private static String texts(TimingRule rule) {
        String waits = rule instanceof TimingRule.OnEvent event
                ? event.eventText()
                : rule instanceof TimingRule.OnRequest request
                        ? request.request()
                        : rule instanceof TimingRule.ByOtherPlan plan ? plan.otherPlan() : "";
        return (rule.label() + " " + waits).toLowerCase(Locale.ROOT);
    }

    @Provide
    Arbitrary<String> frames() {
        return Arbitraries.of(
                "Kiểm tra %s trước 15/6/2026",
                "%s kiểm tra trước 15/6/2026",
                "Trước 15/6/2026 kiểm tra %s",
                "Quý I (kiểm tra %s)",
                "Khi có hướng dẫn %s",
                "Sau khi %s có hướng dẫn",
                "10 ngày sau khi kết thúc đợt %s",
                "24 giờ kể từ khi nhận %s",
                "Chậm nhất 05 ngày trước khi họp %s",
                "Trước kỳ họp %s ít nhất 10 ngày",
                "Trước khi họp %s 10 ngày",
                "Sau khi kiểm tra %s chậm nhất 10 ngày",
                "Khi có yêu cầu của huyện %s",
                "Theo yêu cầu của %s huyện",
                "Theo Kế hoạch %s của tỉnh",
                "Theo lịch tiếp công dân %s");
    }

    @Provide
    Arbitrary<String> times() {
        return Arbitraries.of(
                "quý",
                "quý II",
                "tháng",
                "tháng 6",
                "tuần",
                "năm",
                "năm 2026",
                "ngày",
                "ngày 15",
                "hàng tháng",
                "hằng quý",
                "mỗi tuần",
                "định kỳ",
                "thường xuyên",
                "II",
                "hai",
                "mười",
                "15/6",
                "6/2026",
                "2026",
                "16h00",
                "trước",
                "đầu",
                "giữa",
                "cuối",
                "lần",
                "kỳ",
                "Tết",
                "thứ Sáu",
                "âm lịch",
                "chậm nhất",
                "không quá",
                "hạn",
                "giờ");
    }

    @Provide
    Arbitrary<TimingRule> rules() {
        return Arbitraries.oneOf(
                fixed(),
                spans(),
                rhythms(),
                daysOfMonths(),
                weekdays(),
                exceptions(),
                schedules(),
                continuous(),
                requests(),
                events(),
                plans());
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 4000).map(LocalDate.of(2024, 1, 1)::plusDays);
    }

    private static Arbitrary<String> labels() {
        return Arbitraries.of(
                "", "Ban hành kế hoạch", "Sơ kết", "đầu tư, mua sắm", "Họp dân về nông thôn mới", "Theo dõi thi hành");
    }

    private static Arbitrary<String> names() {
        return Arbitraries.of(
                "có hướng dẫn của tỉnh",
                "kết thúc kiểm tra",
                "nhận được PAKN",
                "Tỉnh uỷ ban hành",
                "có kiến nghị sau thanh tra, kiểm tra");
    }

    private static Arbitrary<Deadline> deadlines() {
        Arbitrary<Deadline> plain = Combinators.combine(days(), Arbitraries.of(Deadline.Wording.class))
                .as(Deadline::new);
        Arbitrary<Deadline> hours = Combinators.combine(
                        days(),
                        Arbitraries.integers().between(0, 23),
                        Arbitraries.integers().between(0, 59))
                .as((day, hour, minute) -> Deadline.byHour(day, LocalTime.of(hour, minute)));
        return Arbitraries.oneOf(plain, hours);
    }

    private static Arbitrary<TimingRule> fixed() {
        return Combinators.combine(labels(), deadlines()).as(TimingRule.Fixed::new);
    }

    private static Arbitrary<TimingRule> spans() {
        return Combinators.combine(labels(), days(), Arbitraries.integers().between(1, 1000))
                .as((label, from, length) ->
                        new TimingRule.Fixed(label, Deadline.atLatest(from.plusDays(length)), Optional.of(from)));
    }

    private static Arbitrary<TimingRule> rhythms() {
        return Combinators.combine(labels(), Arbitraries.of(Rhythm.class)).as(TimingRule.Recurring::new);
    }

    private static Arbitrary<RecurringDay> monthDays(Arbitrary<Integer> months) {
        return Combinators.combine(
                        Arbitraries.integers().between(1, RecurringDay.LAST_DAY),
                        months,
                        Arbitraries.of(Deadline.Wording.class))
                .as(RecurringDay.DayOfMonth::new);
    }

    private static Arbitrary<TimingRule> daysOfMonths() {
        return Arbitraries.oneOf(
                recurring(Rhythm.MONTHLY, monthDays(Arbitraries.of(0, 1))),
                recurring(Rhythm.QUARTERLY, monthDays(Arbitraries.of(-2, 0, 1))));
    }

    private static Arbitrary<TimingRule> weekdays() {
        Arbitrary<Optional<LocalTime>> hours =
                Arbitraries.of(Optional.empty(), Optional.of(LocalTime.of(16, 0)), Optional.of(LocalTime.of(9, 5)));
        return recurring(
                Rhythm.WEEKLY,
                Combinators.combine(Arbitraries.of(DayOfWeek.class), hours).as(RecurringDay.Weekday::new));
    }

    private static Arbitrary<TimingRule> recurring(Rhythm rhythm, Arbitrary<RecurringDay> days) {
        return Combinators.combine(labels(), days)
                .as((label, day) -> new TimingRule.Recurring(label, rhythm, Optional.of(day), List.of()));
    }

    private static Arbitrary<TimingRule> exceptions() {
        return Arbitraries.oneOf(
                exceptions(Rhythm.MONTHLY, 12, monthDays(Arbitraries.of(0, 1)), "%d-%02d"),
                exceptions(Rhythm.QUARTERLY, 4, monthDays(Arbitraries.of(-2, 0, 1)), "%d-Q%d"));
    }

    private static Arbitrary<TimingRule> exceptions(
            Rhythm rhythm, int periods, Arbitrary<RecurringDay> days, String key) {
        Arbitrary<TimingRule.Recurring.PeriodOfItsOwn> exception = Combinators.combine(
                        Arbitraries.integers().between(1, periods),
                        Arbitraries.integers().between(1, 28),
                        Arbitraries.of(Deadline.Wording.class))
                .as((period, day, wording) -> new TimingRule.Recurring.PeriodOfItsOwn(
                        key.formatted(YEAR, period),
                        new Deadline(LocalDate.of(YEAR, period * 12 / periods, day), wording)));
        return Combinators.combine(
                        labels(),
                        days.optional(),
                        exception
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(periods)
                                .uniqueElements(TimingRule.Recurring.PeriodOfItsOwn::period))
                .as((label, day, own) -> new TimingRule.Recurring(label, rhythm, day, own));
    }

    private static Arbitrary<TimingRule> schedules() {
        Arbitrary<Item> items = Combinators.combine(
                        Arbitraries.of(Part.class), deadlinesOfPeriods().optional())
                .as((part, deadline) -> new Item(new ReportPeriod(YEAR, part), deadline));
        return items.list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .uniqueElements(Item::period)
                .filter(TimingGrammarTest::isSchedule)
                .map(TimingRule.ReportSchedule::new);
    }

    /** Periods without any day are a schedule where there are several and one is no quarter; the year does not come first. */
    private static boolean isSchedule(List<Item> items) {
        boolean dated = items.stream().anyMatch(item -> item.deadline().isPresent());
        boolean more = items.stream().anyMatch(item -> !item.period().part().isQuarter());
        return dated || (items.size() > 1 && more && items.get(0).period().part() != Part.YEAR);
    }

    private static Arbitrary<Deadline> deadlinesOfPeriods() {
        return Combinators.combine(days(), Arbitraries.of(Deadline.Wording.class))
                .as(Deadline::new);
    }

    private static Arbitrary<TimingRule> continuous() {
        return Arbitraries.of("", "Triển khai", "nhiệm vụ").map(TimingRule.Continuous::new);
    }

    private static Arbitrary<TimingRule> requests() {
        return Arbitraries.of("", "cấp trên", "Sở Nội vụ").map(TimingRule.OnRequest::new);
    }

    private static Arbitrary<TimingRule> events() {
        return Arbitraries.oneOf(
                Combinators.combine(labels(), names(), terms())
                        .as((label, name, term) -> labelled(label, EventClause.rule(name, Optional.of(term)))),
                Combinators.combine(labels(), namesOfPlannedEvents(), terms())
                        .as((label, name, term) -> labelled(
                                label, BeforeEventClause.rule(name, term).orElseThrow())),
                names().map(name -> EventClause.rule(name, Optional.empty())));
    }

    private static Arbitrary<Offset> terms() {
        Arbitrary<Offset> hours =
                Arbitraries.integers().between(1, 41).map(days -> new Offset(24 * days, OffsetUnit.HOUR));
        Arbitrary<Offset> others = Combinators.combine(
                        Arbitraries.integers().between(1, 1000),
                        Arbitraries.of(OffsetUnit.class).filter(unit -> unit != OffsetUnit.HOUR))
                .as(Offset::new);
        return Arbitraries.oneOf(hours, others);
    }

    private static Arbitrary<String> namesOfPlannedEvents() {
        return Arbitraries.of(
                "kỳ họp HĐND xã",
                "Hội nghị tổng kết",
                "ngày họp",
                "ngày bầu cử đại biểu",
                "họp",
                "kiểm tra",
                "kết thúc kiểm tra",
                "niêm yết công khai",
                "Tỉnh uỷ ban hành",
                "có hướng dẫn của tỉnh");
    }

    private static TimingRule labelled(String label, TimingRule rule) {
        TimingRule.OnEvent read = (TimingRule.OnEvent) rule;
        return new TimingRule.OnEvent(label, read.event(), read.eventText(), read.offset());
    }

    private static Arbitrary<TimingRule> plans() {
        return Arbitraries.of(
                        "Kế hoạch của tỉnh",
                        "Lịch của UBND tỉnh",
                        "Kế hoạch số 15/KH-UBND của tỉnh",
                        "Tiến độ của Đề án")
                .map(TimingRule.ByOtherPlan::new);
    }
}
