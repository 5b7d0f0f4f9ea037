package vn.cchc.reporting.regime;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.http.Bounds;
import vn.cchc.reporting.regime.CutOffRule.OnDay;
import vn.cchc.reporting.regime.CutOffRule.WorkingDaysBetween;

/** A regime as shown by the API. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "A reporting regime as it holds for a time",
        requiredProperties = {"code", "name", "validFrom", "preparedHere", "recipients", "sections"})
record RegimeView(
        @Schema(examples = "CCHC") @Size(max = ReportingRegime.LONGEST_CODE)
        String code,

        @Schema(examples = "Báo cáo công tác cải cách hành chính định kỳ") @Size(max = Bounds.TITLE)
        String name,

        @Schema(examples = "2021-01-01") LocalDate validFrom,

        @Schema(description = "Absent while no end is set") LocalDate validTo,

        @Schema(
                description =
                        "Whether its reports are written here; otherwise they are handed in elsewhere, and symbol, recipients and"
                                + " sections are absent or empty")
        boolean preparedHere,

        @Schema(examples = "BC-UBND") @Size(max = Bounds.NAME)
        String documentSymbol,

        @Schema(
                deprecated = true,
                description = "From which day on it counts, where that is 1 January for all periods; see `periods`")
        PeriodStartRule periodStartRule,

        @Schema(
                deprecated = true,
                description =
                        "Up to which day it counts, where one working day lies behind it for all periods; see `periods`")
        CutOffRule cutOffRule,

        @Schema(description = "The periods that it knows; absent where only the plan's days are followed")
        @Size(max = ReportingRegime.PERIODS)
        List<PeriodDays> periods,

        @Size(max = ReportingRegime.RECIPIENTS) List<@Size(max = Bounds.TITLE) String> recipients,

        @Schema(description = "Sections in order; their codes name them in `PUT /reports/{id}/sections/{section}`")
        @Size(max = ReportingRegime.SECTIONS)
        List<SectionOutline> sections) {

    private static final DayOfYear FIRST_OF_JANUARY = new DayOfYear(0, 1, 1);
    private static final WorkingDaysBetween ONE_WORKING_DAY_BETWEEN = new WorkingDaysBetween(1);

    @Schema(
            description = "A section of the outline",
            requiredProperties = {"code", "label", "title"})
    record SectionOutline(
            @Schema(examples = "II.2") @Size(max = Bounds.NAME)
            String code,

            @Schema(examples = "2.") @Size(max = Bounds.NAME)
            String label,

            @Schema(examples = "Cải cách thủ tục hành chính") @Size(max = Bounds.TITLE)
            String title) {}

    /** The only rule before rules became data; kept for compatibility. */
    @Schema(name = "PeriodStartRule")
    enum PeriodStartRule {
        FIRST_OF_JANUARY
    }

    /** The only rule before rules became data; kept for compatibility. */
    @Schema(name = "CutOffRule")
    enum CutOffRule {
        ONE_WORKING_DAY_BETWEEN
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "RegimePeriod",
            description = "The days of a period, as the regime sets them for the year of the day asked for",
            requiredProperties = {"period", "label", "from", "fromRule", "cutOffRule"})
    record PeriodDays(
            @Schema(examples = "2021-Q1") @Size(max = Bounds.NAME)
            String period,

            @Schema(examples = "quý I năm 2021") @Size(max = Bounds.NAME)
            String label,

            @Schema(description = "The first day counted", examples = "2020-12-15")
            LocalDate from,

            @Schema(
                    description =
                            "The last day counted, inclusive; absent where it follows from the due day of each report",
                    examples = "2021-03-14")
            LocalDate cutOff,

            @Schema(
                    description = "The last good day; absent where the plan's milestone has it",
                    examples = "2021-03-20")
            LocalDate dueOn,

            YearDay fromRule,
            CutOffDay cutOffRule,

            @Schema(description = "Absent where the plan's milestone has the due day")
            YearDay dueRule) {}

    @Schema(
            name = "RegimeDay",
            description = "A day in each year",
            requiredProperties = {"years", "month", "day"})
    record YearDay(
            @Schema(description = "Years after that of the period; -1 is the year before", examples = "-1")
            @Min(-1)
            @Max(1)
            int years,

            @Schema(examples = "12") @Min(1) @Max(12) int month,

            @Schema(description = "Past the end of the month it is the last day of it", examples = "15")
            @Min(1)
            @Max(31)
            int day) {

        static YearDay of(DayOfYear day) {
            return new YearDay(day.years(), day.month(), day.day());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "RegimeCutOff",
            description = "By the due day or on a day of the year; one of both is there",
            minProperties = 1,
            maxProperties = 1)
    record CutOffDay(
            @Schema(description = "Whole working days between it and the due day", examples = "1") @Max(30)
            Integer workingDaysBetween,

            YearDay onDay) {

        static CutOffDay of(vn.cchc.reporting.regime.CutOffRule rule) {
            return rule instanceof WorkingDaysBetween between
                    ? new CutOffDay(between.days(), null)
                    : new CutOffDay(null, YearDay.of(((OnDay) rule).day()));
        }
    }

    private static PeriodDays days(PeriodRule rule, int year) {
        RegimeDays days = rule.in(year);
        return new PeriodDays(
                days.period().code(),
                days.period().label(),
                days.from(),
                rule.cutOff() instanceof OnDay on ? on.day().in(year) : null,
                days.dueOn().orElse(null),
                YearDay.of(rule.from()),
                CutOffDay.of(rule.cutOff()),
                rule.due().map(YearDay::of).orElse(null));
    }

    private static boolean all(List<PeriodRule> rules, Predicate<PeriodRule> rule) {
        return !rules.isEmpty() && rules.stream().allMatch(rule);
    }

    /** @param year for which the days are shown */
    static RegimeView of(ReportingRegime regime, int year) {
        List<PeriodRule> rules = regime.rules();
        Optional<ReportForm> form = regime.form();
        return new RegimeView(
                regime.code(),
                regime.name(),
                regime.validFrom(),
                regime.validTo().orElse(null),
                form.isPresent(),
                form.map(ReportForm::documentSymbol).orElse(null),
                all(rules, rule -> rule.from().equals(FIRST_OF_JANUARY)) ? PeriodStartRule.FIRST_OF_JANUARY : null,
                all(rules, rule -> rule.cutOff().equals(ONE_WORKING_DAY_BETWEEN))
                        ? CutOffRule.ONE_WORKING_DAY_BETWEEN
                        : null,
                rules.isEmpty()
                        ? null
                        : rules.stream().map(rule -> days(rule, year)).toList(),
                form.map(ReportForm::recipients).orElse(List.of()),
                form.map(ReportForm::outline).orElse(List.of()).stream()
                        .map(section -> new SectionOutline(section.code(), section.label(), section.title()))
                        .toList());
    }
}
