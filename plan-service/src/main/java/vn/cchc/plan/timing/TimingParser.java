package vn.cchc.plan.timing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.cchc.plan.timing.ReportPeriod.Part;
import vn.cchc.platform.calendar.Term;
import vn.cchc.platform.text.VietnameseText;

/**
 * Reads the timing cell of an annex row. The language is small and regular; it is compared without diacritics and case:
 *
 * <pre>
 * timing     = schedule | clause { ";" clause }
 * schedule   = group { ("," | ";" | "và") group }
 * group      = ["báo cáo"] period { ("," | "và") period } ["trước" ["ngày"] dueDays]
 * period     = "quý" I..IV ["năm" year] | "6 tháng" ["đầu năm"] | "9 tháng" ["đầu năm"]
 *            | "năm" ["lần" n] [year] | "lần" n
 * dueDays    = ("cuối cùng" | day) ["các"] "tháng" month { "," month } | date
 * clause     = continuous | recurring | fixed | onRequest | onEvent | byOtherPlan
 * continuous = "thường xuyên" ["trong năm"]
 * recurring  = "hàng tháng" | "hàng quý" ["và cuối năm"] | "hàng năm" | "cuối năm"
 *            | n "lần" "/" ("tháng" | "quý" | "năm")
 * fixed      = [label] ("trước" | "chậm nhất" ["là"]) ["ngày"] date
 *            | ["trong"] ("tháng" m | "quý" I..IV) [("/" | "năm") year]
 * onRequest  = "khi có yêu cầu" ["của" words] | "theo yêu cầu" ["của" words]
 *            | "khi cấp trên" ("tổ chức" | "yêu cầu" | "giao")
 * onEvent    = term "sau" ["khi"] words | label "sau" ["khi"] words "chậm nhất" ["là"] term
 *            | label "chậm nhất" ["là"] term "sau" ["khi"] words | ("khi" | "sau khi") words
 * term       = n ("ngày" ["làm việc"] | "tuần" | "tháng")
 * byOtherPlan = "theo kế hoạch" words
 * </pre>
 *
 * A text is parsed as a whole or not at all: an unparsed clause might change the meaning of another.
 */
public final class TimingParser {

    private static final List<String> TIME_WORDS =
            List.of("khi", "sau", "truoc", "hang", "thuong xuyen", "dinh ky", "theo ke hoach", "theo yeu cau", "trong");

    private final int planYear;

    /** @param planYear year of dates printed without one */
    public TimingParser(int planYear) {
        this.planYear = planYear;
    }

    /** The rules stated by the text, at least one; a single {@link TimingRule.Unread} when it cannot be parsed. */
    public List<TimingRule> read(String text) {
        Tokens tokens = Tokens.of(text);
        Optional<TimingRule> schedule = schedule(tokens);
        if (schedule.isPresent()) {
            return List.of(schedule.get());
        }
        List<TimingRule> rules = new ArrayList<>();
        for (Tokens clause : tokens.clauses()) {
            Optional<TimingRule> rule = clause(clause);
            if (rule.isEmpty()) {
                return List.of(new TimingRule.Unread(text));
            }
            rules.add(rule.get());
        }
        return rules.isEmpty() ? List.of(new TimingRule.Unread(text)) : List.copyOf(rules);
    }

    private interface Form {
        Optional<TimingRule> read(Tokens tokens);
    }

    private Optional<TimingRule> clause(Tokens tokens) {
        List<Form> forms = List.of(
                TimingParser::continuous,
                TimingParser::recurring,
                this::dayNamed,
                this::partOfYearNamed,
                TimingParser::onRequest,
                TimingParser::termAfterEvent,
                TimingParser::eventThenTerm,
                TimingParser::labelThenTermAfterEvent,
                TimingParser::eventAlone,
                TimingParser::byOtherPlan);
        for (Form form : forms) {
            tokens.reset(0);
            Optional<TimingRule> rule = form.read(tokens);
            if (rule.isPresent() && tokens.atEnd()) {
                return rule;
            }
        }
        return Optional.empty();
    }

    private static Optional<TimingRule> continuous(Tokens tokens) {
        return tokens.readToEnd("thuong xuyen trong nam") || tokens.readToEnd("thuong xuyen")
                ? Optional.of(new TimingRule.Continuous())
                : Optional.empty();
    }

    private static Optional<TimingRule> recurring(Tokens tokens) {
        return rhythm(tokens).map(TimingRule.Recurring::new);
    }

    private static Optional<Rhythm> rhythm(Tokens tokens) {
        if (tokens.readToEnd("hang thang")) {
            return Optional.of(Rhythm.MONTHLY);
        }
        if (tokens.readToEnd("hang quy va cuoi nam")) {
            return Optional.of(Rhythm.QUARTERLY_AND_YEAR_END);
        }
        if (tokens.readToEnd("hang quy")) {
            return Optional.of(Rhythm.QUARTERLY);
        }
        if (tokens.readToEnd("hang nam") || tokens.readToEnd("cuoi nam")) {
            return Optional.of(Rhythm.YEARLY);
        }
        OptionalInt times = tokens.number();
        if (times.isEmpty() || !tokens.read("lan /")) {
            return Optional.empty();
        }
        // "Three times a month" implies no obvious dates, so it is not parsed.
        if (times.getAsInt() == 2 && tokens.readToEnd("thang")) {
            return Optional.of(Rhythm.TWICE_MONTHLY);
        }
        if (times.getAsInt() != 1) {
            return Optional.empty();
        }
        if (tokens.readToEnd("thang")) {
            return Optional.of(Rhythm.MONTHLY);
        }
        if (tokens.readToEnd("quy")) {
            return Optional.of(Rhythm.QUARTERLY);
        }
        return tokens.readToEnd("nam") ? Optional.of(Rhythm.YEARLY) : Optional.empty();
    }

    private Optional<TimingRule> dayNamed(Tokens tokens) {
        String label = tokens.words("truoc", "cham nhat").orElse("");
        if (!isLabel(label)) {
            return Optional.empty();
        }
        boolean before = tokens.read("truoc");
        if (!before) {
            if (!tokens.read("cham nhat")) {
                return Optional.empty();
            }
            tokens.read("la");
        }
        tokens.read("ngay");
        return tokens.date(planYear)
                .map(day -> new TimingRule.Fixed(label, before ? Deadline.before(day) : Deadline.atLatest(day)));
    }

    /** A label names the work; one that contains a time as well would be another clause of the grammar. */
    private static boolean isLabel(String words) {
        String folded = " " + VietnameseText.fold(words) + " ";
        return TIME_WORDS.stream().noneMatch(word -> folded.contains(" " + word + " "));
    }

    private Optional<TimingRule> partOfYearNamed(Tokens tokens) {
        tokens.read("trong");
        Optional<Integer> lastMonth = Optional.empty();
        if (tokens.read("thang")) {
            OptionalInt month = tokens.number();
            if (month.isPresent() && month.getAsInt() >= 1 && month.getAsInt() <= 12) {
                lastMonth = Optional.of(month.getAsInt());
            }
        } else if (tokens.read("quy")) {
            OptionalInt quarter = tokens.roman();
            if (quarter.isPresent()) {
                lastMonth = Optional.of(quarter.getAsInt() * 3);
            }
        }
        if (lastMonth.isEmpty()) {
            return Optional.empty();
        }
        int year = planYear;
        if (tokens.read("/") || tokens.read("nam")) {
            OptionalInt named = year(tokens);
            if (named.isEmpty()) {
                return Optional.empty();
            }
            year = named.getAsInt();
        }
        return Optional.of(new TimingRule.Fixed(
                "", Deadline.atLatest(YearMonth.of(year, lastMonth.get()).atEndOfMonth())));
    }

    private static Optional<TimingRule> onRequest(Tokens tokens) {
        boolean asked = tokens.read("khi co yeu cau") || tokens.read("theo yeu cau");
        if (asked) {
            String whose = tokens.read("cua") ? tokens.words().orElse("") : "";
            return Optional.of(new TimingRule.OnRequest(whose));
        }
        boolean fromAbove = tokens.readToEnd("khi cap tren to chuc")
                || tokens.readToEnd("khi cap tren yeu cau")
                || tokens.readToEnd("khi cap tren giao");
        return fromAbove ? Optional.of(new TimingRule.OnRequest("cấp trên")) : Optional.empty();
    }

    private static Optional<TimingRule> termAfterEvent(Tokens tokens) {
        return afterEvent("", tokens);
    }

    private static Optional<TimingRule> labelThenTermAfterEvent(Tokens tokens) {
        Optional<String> label = tokens.words("cham nhat");
        if (label.isEmpty() || !isLabel(label.get()) || !tokens.read("cham nhat")) {
            return Optional.empty();
        }
        tokens.read("la");
        return afterEvent(label.get(), tokens);
    }

    private static Optional<TimingRule> afterEvent(String label, Tokens tokens) {
        Optional<Offset> offset = offset(tokens);
        if (offset.isEmpty() || !tokens.read("sau")) {
            return Optional.empty();
        }
        tokens.read("khi");
        return tokens.words().map(text -> new TimingRule.OnEvent(label, event(text), text, offset));
    }

    private static Optional<TimingRule> eventThenTerm(Tokens tokens) {
        String label = tokens.words("sau").orElse("");
        if (!isLabel(label) || !tokens.read("sau")) {
            return Optional.empty();
        }
        tokens.read("khi");
        Optional<String> text = tokens.words("cham nhat");
        if (text.isEmpty() || !tokens.read("cham nhat")) {
            return Optional.empty();
        }
        tokens.read("la");
        Optional<Offset> offset = offset(tokens);
        return offset.isEmpty()
                ? Optional.empty()
                : Optional.of(new TimingRule.OnEvent(label, event(text.get()), text.get(), offset));
    }

    private static Optional<TimingRule> eventAlone(Tokens tokens) {
        if (!tokens.read("sau khi") && !tokens.read("khi")) {
            return Optional.empty();
        }
        // A deadline among the words would be lost, so the text is not parsed.
        return tokens.words("cham nhat", "truoc")
                .map(text -> new TimingRule.OnEvent("", event(text), text, Optional.empty()));
    }

    private static Optional<TimingRule> byOtherPlan(Tokens tokens) {
        return tokens.read("theo ke hoach")
                ? tokens.words().map(words -> new TimingRule.ByOtherPlan("Kế hoạch " + words))
                : Optional.empty();
    }

    private static Optional<Offset> offset(Tokens tokens) {
        OptionalInt amount = tokens.number();
        if (amount.isEmpty() || amount.getAsInt() < 1 || amount.getAsInt() > Term.LONGEST) {
            return Optional.empty();
        }
        if (tokens.read("ngay lam viec")) {
            return Optional.of(new Offset(amount.getAsInt(), OffsetUnit.WORKING_DAY));
        }
        if (tokens.read("ngay")) {
            return Optional.of(new Offset(amount.getAsInt(), OffsetUnit.DAY));
        }
        if (tokens.read("tuan")) {
            return Optional.of(new Offset(amount.getAsInt(), OffsetUnit.WEEK));
        }
        return tokens.read("thang") ? Optional.of(new Offset(amount.getAsInt(), OffsetUnit.MONTH)) : Optional.empty();
    }

    private static AwaitedEvent event(String text) {
        Tokens tokens = Tokens.of(text);
        if (tokens.readToEnd("kiem tra") || tokens.readToEnd("ket thuc kiem tra")) {
            return AwaitedEvent.INSPECTION_ENDED;
        }
        tokens.reset(0);
        if (!tokens.read("nhan duoc") && !tokens.read("tiep nhan") && !tokens.read("co")) {
            return AwaitedEvent.OTHER;
        }
        boolean feedback = tokens.readToEnd("pakn")
                || tokens.readToEnd("pa , kn")
                || tokens.readToEnd("phan anh , kien nghi")
                || tokens.readToEnd("phan anh kien nghi");
        return feedback ? AwaitedEvent.FEEDBACK_RECEIVED : AwaitedEvent.OTHER;
    }

    private Optional<TimingRule> schedule(Tokens tokens) {
        tokens.reset(0);
        List<TimingRule.ReportSchedule.Item> items = new ArrayList<>();
        boolean dated = false;
        do {
            Optional<List<TimingRule.ReportSchedule.Item>> group = group(tokens, !items.isEmpty());
            if (group.isEmpty()) {
                return Optional.empty();
            }
            items.addAll(group.get());
            dated |= group.get().get(0).deadline().isPresent();
        } while (tokens.read(",") || tokens.read(";") || tokens.read("va"));
        long distinct = items.stream()
                .map(TimingRule.ReportSchedule.Item::period)
                .distinct()
                .count();
        // "Quý II" alone is a part of the year, not a report schedule.
        boolean schedule = tokens.atEnd() && distinct == items.size() && (dated || items.size() > 1);
        return schedule ? Optional.of(new TimingRule.ReportSchedule(items)) : Optional.empty();
    }

    private Optional<List<TimingRule.ReportSchedule.Item>> group(Tokens tokens, boolean follows) {
        tokens.read("bao cao");
        List<ReportPeriod> periods = new ArrayList<>();
        Optional<ReportPeriod> first = period(tokens, follows);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        periods.add(first.get());
        while (true) {
            int before = tokens.position();
            Optional<ReportPeriod> next =
                    tokens.read(",") || tokens.read("va") ? period(tokens, follows) : Optional.empty();
            if (next.isEmpty()) {
                tokens.reset(before);
                break;
            }
            periods.add(next.get());
        }
        if (!tokens.read("truoc")) {
            return Optional.of(periods.stream()
                    .map(period -> new TimingRule.ReportSchedule.Item(period, Optional.empty()))
                    .toList());
        }
        tokens.read("ngay");
        List<LocalDate> days = dueDays(tokens);
        if (days.size() != periods.size()) {
            return Optional.empty();
        }
        List<TimingRule.ReportSchedule.Item> items = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            items.add(new TimingRule.ReportSchedule.Item(periods.get(i), Optional.of(Deadline.before(days.get(i)))));
        }
        return Optional.of(items);
    }

    private Optional<ReportPeriod> period(Tokens tokens, boolean follows) {
        if (tokens.read("quy")) {
            OptionalInt quarter = tokens.roman();
            return quarter.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ReportPeriod(planYear, Part.quarter(quarter.getAsInt())));
        }
        if (tokens.read("6 thang") || tokens.read("06 thang")) {
            tokens.read("dau nam");
            return Optional.of(new ReportPeriod(planYear, Part.H1));
        }
        if (tokens.read("9 thang") || tokens.read("09 thang")) {
            tokens.read("dau nam");
            return Optional.of(new ReportPeriod(planYear, Part.M9));
        }
        boolean year = tokens.read("nam");
        // "báo cáo lần 02" continues "báo cáo năm lần 01".
        if (!year && !follows) {
            return Optional.empty();
        }
        if (tokens.read("lan")) {
            OptionalInt time = tokens.number();
            return time.isPresent() && (time.getAsInt() == 1 || time.getAsInt() == 2)
                    ? Optional.of(new ReportPeriod(planYear, time.getAsInt() == 1 ? Part.YEAR_FIRST : Part.YEAR_SECOND))
                    : Optional.empty();
        }
        if (!year) {
            return Optional.empty();
        }
        OptionalInt named = year(tokens);
        return Optional.of(new ReportPeriod(named.orElse(planYear), Part.YEAR));
    }

    /** The named days, one per month; empty when a month has no such day. */
    private List<LocalDate> dueDays(Tokens tokens) {
        Optional<LocalDate> date = tokens.date(planYear);
        if (date.isPresent()) {
            return List.of(date.get());
        }
        boolean last = tokens.read("cuoi cung");
        OptionalInt day = last ? OptionalInt.empty() : tokens.number();
        if (!last && day.isEmpty()) {
            return List.of();
        }
        tokens.read("cua");
        tokens.read("cac");
        if (!tokens.read("thang")) {
            return List.of();
        }
        List<LocalDate> days = new ArrayList<>();
        int before = tokens.position();
        do {
            OptionalInt month = tokens.number();
            if (month.isEmpty() || month.getAsInt() < 1 || month.getAsInt() > 12) {
                break;
            }
            before = tokens.position();
            YearMonth in = YearMonth.of(planYear, month.getAsInt());
            if (!last && !in.isValidDay(day.getAsInt())) {
                return List.of();
            }
            days.add(last ? in.atEndOfMonth() : in.atDay(day.getAsInt()));
        } while (tokens.read(","));
        tokens.reset(before);
        return days;
    }

    private static OptionalInt year(Tokens tokens) {
        int before = tokens.position();
        OptionalInt year = tokens.number();
        if (year.isPresent() && year.getAsInt() >= 2000 && year.getAsInt() <= 2100) {
            return year;
        }
        tokens.reset(before);
        return OptionalInt.empty();
    }
}
