package vn.cchc.plan.calendar;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.CalendarTable.Confidence;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.text.VietnameseText;

/** The wanted days of one year. Omitted parts keep their present value. */
@Schema(
        name = "ProposeCalendarRevision",
        description =
                "A year of the working calendar. A list that is given replaces the one of the table in force, one that is absent leaves"
                        + " it; `add…` leaves it and adds. A year that the table lacks begins with what the Labour Code and the lunar"
                        + " calendar give.")
public record ProposeRevision(
        @NotNull
        @Min(ProposeRevision.FIRST_YEAR)
        @Max(ProposeRevision.LAST_YEAR)
        @Schema(required = true, examples = "2028")
        Integer year,

        @Size(max = 60) @Schema(description = "Days off by law")
        List<@NotNull @Valid NamedDays> holidays,

        @Size(max = 60) @Schema(description = "Workdays exchanged for a weekend day")
        List<@NotNull @Valid Exchange> swaps,

        @Size(max = 60) @Schema(description = "Days off besides those")
        List<@NotNull @Valid NamedDays> addHolidays,

        @Size(max = 60) @Schema(description = "Exchanged workdays besides those")
        List<@NotNull @Valid Exchange> addSwaps,

        @Size(max = 60) @Schema(description = "Days off that are under discussion: shown, never counted")
        List<@NotNull @Valid NamedDays> underDiscussion,

        @NotBlank
        @Size(max = 1000)
        @Schema(
                required = true,
                examples = "Thông báo của Bộ Nội vụ về lịch nghỉ năm 2028",
                description = "Why the calendar is to change")
        String reason,

        @Schema(
                examples = "2027-12-28T10:30:00+07:00",
                description =
                        "Until when the counts of the services are waited for; within 7 days, 10 minutes from now if absent")
        OffsetDateTime answerBy) {

    static final int FIRST_YEAR = 2000;
    static final int LAST_YEAR = 2200;

    /** Of where a day is taken from, in characters. */
    static final int LONGEST_BASIS = 500;

    /** Greatest plausible distance between exchanged days, in days. */
    private static final int FARTHEST_EXCHANGE = 60;

    /** Days off with a common name. */
    @Schema(name = "NamedDaysOff")
    public record NamedDays(
            @NotBlank @Size(max = 200) @Schema(required = true, examples = "Tết Âm lịch")
            String vi,

            @NotBlank @Size(max = 200) @Schema(required = true, examples = "Lunar New Year")
            String en,

            @NotEmpty @Size(max = 31) @Schema(required = true, examples = "[\"2028-01-25\", \"2028-01-26\"]")
            List<@NotNull LocalDate> dates,

            @NotBlank
            @Size(max = ProposeRevision.LONGEST_BASIS)
            @Schema(required = true, examples = "Labour Code 2019, art. 112")
            String basis,

            @NotNull @Schema(required = true) Confidence confidence) {

        public NamedDays {
            vi = VietnameseText.line(vi);
            en = VietnameseText.line(en);
            basis = VietnameseText.line(basis);
        }

        private CalendarTable.Holiday holiday() {
            return new CalendarTable.Holiday(BilingualText.of(vi, en), dates, basis, confidence);
        }
    }

    /** A weekday off in exchange for a weekend day worked. */
    @Schema(name = "ExchangedWorkday")
    public record Exchange(
            @NotNull @Schema(required = true, examples = "2028-05-02")
            LocalDate dayOff,

            @NotNull @Schema(required = true, examples = "2028-05-06")
            LocalDate makeUpWorkday,

            @NotBlank @Size(max = ProposeRevision.LONGEST_BASIS) @Schema(required = true, examples = "6150/TB-BLĐTBXH")
            String basis,

            @NotNull @Schema(required = true) Confidence confidence) {

        public Exchange {
            basis = VietnameseText.line(basis);
        }

        private CalendarTable.Swap swap() {
            return new CalendarTable.Swap(dayOff, makeUpWorkday, basis, confidence);
        }
    }

    /**
     * Validation errors by field.
     *
     * @param now the year at present
     * @param base the table in force, needed because a day may be made up for in the previous or next year
     */
    @JsonIgnore
    List<FieldFault> faults(CalendarTable.Year now, WorkingCalendar base) {
        List<FieldFault> faults = new ArrayList<>();
        Set<LocalDate> workedForOthers = new HashSet<>();
        base.table().years().forEach((other, days) -> {
            if (!other.equals(year)) {
                days.swaps().forEach(swap -> workedForOthers.add(swap.makeUpWorkday()));
            }
        });
        Set<LocalDate> off = new HashSet<>();
        if (holidays == null) {
            now.holidays().forEach(holiday -> off.addAll(holiday.dates()));
        }
        datesOf(holidays, "holidays", off, workedForOthers, faults);
        datesOf(addHolidays, "addHolidays", off, workedForOthers, faults);
        datesOf(underDiscussion, "underDiscussion", new HashSet<>(), Set.of(), faults);
        Map<String, Exchange> exchanges = new LinkedHashMap<>();
        named(swaps, "swaps", exchanges);
        named(addSwaps, "addSwaps", exchanges);
        List<CalendarTable.Swap> kept = swaps == null ? now.swaps() : List.of();
        for (CalendarTable.Swap swap : kept) {
            if (off.contains(swap.makeUpWorkday()) || !off.add(swap.dayOff())) {
                faults.add(FieldFault.of(
                        "swaps",
                        "Ngày " + swap.dayOff() + " và " + swap.makeUpWorkday()
                                + " đang được hoán đổi: hãy nêu lại danh sách này.",
                        swap.dayOff() + " and " + swap.makeUpWorkday()
                                + " are exchanged at present: give this list anew."));
            }
        }
        exchanges.forEach((field, swap) -> {
            if (swap.dayOff().getYear() != year || isWeekend(swap.dayOff()) || !off.add(swap.dayOff())) {
                faults.add(FieldFault.of(
                        field + ".dayOff",
                        "Phải là một ngày từ thứ Hai đến thứ Sáu của năm " + year + ", chưa phải ngày nghỉ.",
                        "Must be a weekday of " + year + " that is no day off yet."));
            }
        });
        exchanges.forEach((field, swap) -> {
            if (!isWeekend(swap.makeUpWorkday())
                    || Math.abs(swap.makeUpWorkday().toEpochDay()
                                    - swap.dayOff().toEpochDay())
                            > FARTHEST_EXCHANGE) {
                faults.add(FieldFault.of(
                        field + ".makeUpWorkday",
                        "Phải là thứ Bảy hoặc Chủ nhật, cách ngày nghỉ không quá " + FARTHEST_EXCHANGE + " ngày.",
                        "Must be a Saturday or Sunday, within " + FARTHEST_EXCHANGE + " days of the day off."));
            } else if (off.contains(swap.makeUpWorkday())
                    || workedForOthers.contains(swap.makeUpWorkday())
                    || isHolidayOfAnotherYear(swap.makeUpWorkday(), base)
                    || kept.stream().anyMatch(other -> other.makeUpWorkday().equals(swap.makeUpWorkday()))
                    || exchanges.entrySet().stream()
                            .anyMatch(other -> !other.getKey().equals(field)
                                    && other.getValue().makeUpWorkday().equals(swap.makeUpWorkday()))) {
                faults.add(FieldFault.of(
                        field + ".makeUpWorkday",
                        "Đồng thời là ngày nghỉ, hoặc đã làm bù cho ngày khác.",
                        "Is a day off at the same time, or worked for another day."));
            }
        });
        return faults;
    }

    private static void named(List<Exchange> given, String field, Map<String, Exchange> exchanges) {
        for (int i = 0; given != null && i < given.size(); i++) {
            exchanges.put(field + "[" + i + "]", given.get(i));
        }
    }

    private boolean isHolidayOfAnotherYear(LocalDate day, WorkingCalendar base) {
        return day.getYear() != year
                && base.year(day.getYear()).holidays().stream()
                        .anyMatch(holiday -> holiday.dates().contains(day));
    }

    private void datesOf(
            List<NamedDays> given, String field, Set<LocalDate> dates, Set<LocalDate> worked, List<FieldFault> faults) {
        List<NamedDays> named = given == null ? List.of() : given;
        for (int i = 0; i < named.size(); i++) {
            for (int j = 0; j < named.get(i).dates().size(); j++) {
                LocalDate day = named.get(i).dates().get(j);
                if (day.getYear() != year || worked.contains(day) || !dates.add(day)) {
                    faults.add(FieldFault.of(
                            field + "[" + i + "].dates[" + j + "]",
                            "Phải thuộc năm " + year + ", chỉ nêu một lần, và không phải ngày làm bù cho năm khác.",
                            "Must lie in " + year + ", be named once, and not be worked for a day of another year."));
                }
            }
        }
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().getValue() > 5;
    }

    /** The new year. Requires that there are no {@link #faults}. */
    @JsonIgnore
    CalendarTable.Year applied(CalendarTable.Year now) {
        List<CalendarTable.Holiday> off = joined(now.holidays(), holidays, addHolidays, NamedDays::holiday);
        return new CalendarTable.Year(
                off,
                joined(now.swaps(), swaps, addSwaps, Exchange::swap),
                stillOpen(joined(now.proposed(), underDiscussion, null, NamedDays::holiday), off));
    }

    /** Proposed holidays without those decided by this revision. */
    private static List<CalendarTable.Holiday> stillOpen(
            List<CalendarTable.Holiday> discussed, List<CalendarTable.Holiday> off) {
        Set<LocalDate> decided =
                off.stream().flatMap(holiday -> holiday.dates().stream()).collect(Collectors.toSet());
        return discussed.stream()
                .map(holiday -> new CalendarTable.Holiday(
                        holiday.name(),
                        holiday.dates().stream()
                                .filter(day -> !decided.contains(day))
                                .toList(),
                        holiday.basis(),
                        holiday.confidence()))
                .filter(holiday -> !holiday.dates().isEmpty())
                .toList();
    }

    /** The given entries, or the present ones when none are given, plus the added ones. */
    private static <T, G> List<T> joined(List<T> now, List<G> given, List<G> added, Function<G, T> entry) {
        List<T> joined =
                new ArrayList<>(given == null ? now : given.stream().map(entry).toList());
        Stream.ofNullable(added).flatMap(List::stream).map(entry).forEach(joined::add);
        return joined;
    }
}
