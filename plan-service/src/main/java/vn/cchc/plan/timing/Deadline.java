package vn.cchc.plan.timing;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;

/**
 * A day named in the text, with the wording that decides whether the day itself is in time.
 *
 * @param hour of the stated day, to the minute: "trước 16h00 ngày X" is due on X. Kept and shown; days are what is counted
 */
public record Deadline(LocalDate stated, Wording wording, Optional<LocalTime> hour) {

    public Deadline {
        Objects.requireNonNull(stated, "stated");
        Objects.requireNonNull(wording, "wording");
        if (hour.isPresent() && wording == Wording.BEFORE) {
            throw new IllegalArgumentException("Before an hour of a day is that day, not the day before");
        }
    }

    public Deadline(LocalDate stated, Wording wording) {
        this(stated, wording, Optional.empty());
    }

    static Deadline before(LocalDate day) {
        return new Deadline(day, Wording.BEFORE);
    }

    static Deadline atLatest(LocalDate day) {
        return new Deadline(day, Wording.AT_LATEST);
    }

    /** By 0 o'clock the day has not begun: the last one is that before. */
    static Deadline byHour(LocalDate day, LocalTime hour) {
        return hour.equals(LocalTime.MIDNIGHT)
                ? atLatest(day.minusDays(1))
                : new Deadline(day, Wording.AT_LATEST, Optional.of(hour));
    }

    public enum Wording {
        /** "trước ngày X": the day before X, unless the authority's setting includes X. */
        BEFORE,
        /** "chậm nhất ngày X", or the last day of the named month or quarter. */
        AT_LATEST
    }
}
