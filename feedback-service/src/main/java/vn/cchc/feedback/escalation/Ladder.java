package vn.cchc.feedback.escalation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import vn.cchc.platform.calendar.WorkingCalendar;

/**
 * The steps by which a case is reminded of before its due day, and escalated after it. Data with a period of validity: a
 * case keeps the ladder of its day of arrival.
 *
 * @param authorityId whose it is; {@code null}: of the whole country
 * @param validTo the last day of arrival; {@code null} while none is set
 */
record Ladder(UUID authorityId, LocalDate validFrom, LocalDate validTo, List<Step> steps) {

    Ladder {
        steps = List.copyOf(steps);
    }

    /**
     * A step.
     *
     * @param name identifies it, once and for all
     * @param workingDays from the due day; negative before it
     */
    record Step(String name, int workingDays, Recipient recipient) {

        /** Always a working day. Days before are counted from the last working day on which an answer is in time. */
        LocalDate dayOf(LocalDate dueOn, WorkingCalendar calendar) {
            LocalDate from = workingDays > 0 ? dueOn : calendar.previousOrSameWorkingDay(dueOn);
            return calendar.shift(from, workingDays);
        }
    }

    /**
     * How a case stands on a day.
     *
     * @param reached steps whose day has come, in their order
     * @param current of those, the last one of each recipient: the others are overtaken, and are not told any more
     * @param next the day of the next step; empty when all are reached
     */
    record Standing(List<Step> reached, Map<Recipient, Step> current, Optional<LocalDate> next) {

        boolean isCurrent(Step step) {
            return step.equals(current.get(step.recipient()));
        }
    }

    /** The ladder of a case: that of its authority, else that of the country; empty where none was valid. */
    static Optional<Ladder> choose(List<Ladder> all, UUID authorityId, LocalDate arrivedOn) {
        return all.stream()
                .filter(one -> one.authorityId == null || one.authorityId.equals(authorityId))
                .filter(one -> one.isValidOn(arrivedOn))
                .max(Comparator.<Ladder, Boolean>comparing(one -> one.authorityId != null)
                        .thenComparing(Ladder::validFrom));
    }

    /** The same with the steps of that part of it, too. */
    Ladder with(Ladder part) {
        return new Ladder(
                authorityId,
                validFrom,
                validTo,
                Stream.concat(steps.stream(), part.steps.stream()).toList());
    }

    private boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    Standing on(LocalDate today, LocalDate dueOn, WorkingCalendar calendar) {
        List<Step> reached = new ArrayList<>();
        Map<Recipient, Step> current = new EnumMap<>(Recipient.class);
        LocalDate next = null;
        for (Step step : steps.stream()
                .sorted(Comparator.comparing(Step::workingDays).thenComparing(Step::name))
                .toList()) {
            LocalDate day = step.dayOf(dueOn, calendar);
            if (!day.isAfter(today)) {
                reached.add(step);
                current.put(step.recipient(), step);
            } else if (next == null || day.isBefore(next)) {
                next = day;
            }
        }
        return new Standing(List.copyOf(reached), Map.copyOf(current), Optional.ofNullable(next));
    }
}
