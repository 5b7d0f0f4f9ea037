package vn.cchc.feedback.intake.oldregister;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cchc.platform.text.VietnameseText;

/**
 * Whether the days of a column can have day and month exchanged. A program with settings of the United States reads "05/01/2021" as the
 * first of May and keeps that date, and leaves "25/01/2021" as a text; from a table with true dates it writes "1/25/2021". One cell does
 * not tell it, its column does.
 */
final class DayOrder {

    /** Days that are both below 13 and differ: exchanged they are days, too. */
    private static final int MONTHS = 12;

    /** Dates from which their order tells something. */
    private static final int SOME = 3;

    /** Figures as such a program would take for a date. */
    private static final Pattern FIGURES =
            Pattern.compile("(?<first>\\d{1,2})(?<sign>[/-])(?<second>\\d{1,2})\\k<sign>\\d{4}(?:[ ,t].*)?");

    private final boolean datesInDoubt;
    private final boolean textsInDoubt;

    private DayOrder(boolean datesInDoubt, boolean textsInDoubt) {
        this.datesInDoubt = datesInDoubt;
        this.textsInDoubt = textsInDoubt;
    }

    /** @param cells of a column of days, from top to bottom */
    static DayOrder of(List<WrittenCell> cells) {
        List<Figures> texts = cells.stream()
                .filter(cell -> cell.moment() == null)
                .flatMap(cell -> Figures.of(cell).stream())
                .toList();
        boolean monthFirst = texts.stream().anyMatch(each -> each.first() <= MONTHS && each.second() > MONTHS);
        boolean leftAsText = texts.stream().anyMatch(each -> each.first() > MONTHS || each.second() > MONTHS);
        List<LocalDateTime> dates =
                cells.stream().map(WrittenCell::moment).filter(Objects::nonNull).toList();
        return new DayOrder(leftAsText || isInOrderIfExchanged(dates), monthFirst);
    }

    /** A register is kept from day to day: where the dates go back and forth, and would not if exchanged, they are. */
    private static boolean isInOrderIfExchanged(List<LocalDateTime> dates) {
        return dates.size() >= SOME
                && dates.stream().allMatch(date -> date.getDayOfMonth() <= MONTHS)
                && !isInOrder(dates, date -> date.toLocalDate().toEpochDay())
                && isInOrder(dates, date -> date.toLocalDate()
                        .withDayOfMonth(1)
                        .withMonth(date.getDayOfMonth())
                        .withDayOfMonth(date.getMonthValue())
                        .toEpochDay());
    }

    private static boolean isInOrder(List<LocalDateTime> dates, ToLongFunction<LocalDateTime> day) {
        for (int i = 1; i < dates.size(); i++) {
            if (day.applyAsLong(dates.get(i)) < day.applyAsLong(dates.get(i - 1))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the day of this cell of the column may be another one. */
    boolean isInDoubt(WrittenCell cell) {
        if (cell.moment() != null) {
            return datesInDoubt
                    && canBeExchanged(
                            cell.moment().getDayOfMonth(), cell.moment().getMonthValue());
        }
        Predicate<Figures> exchangeable = each -> canBeExchanged(each.first(), each.second());
        return textsInDoubt && Figures.of(cell).filter(exchangeable).isPresent();
    }

    private static boolean canBeExchanged(int day, int month) {
        return day <= MONTHS && month <= MONTHS && day != month;
    }

    /** The first two numbers of a day in figures. */
    private record Figures(int first, int second) {

        static Optional<Figures> of(WrittenCell cell) {
            Matcher stated = FIGURES.matcher(VietnameseText.fold(cell.text()));
            return stated.matches()
                    ? Optional.of(new Figures(
                            Integer.parseInt(stated.group("first")), Integer.parseInt(stated.group("second"))))
                    : Optional.empty();
        }
    }
}
