package vn.cchc.plan.timing;

import java.time.LocalDate;
import java.util.Objects;

/** A day named in the text, with the wording that decides whether the day itself is in time. */
public record Deadline(LocalDate stated, Wording wording) {

    public Deadline {
        Objects.requireNonNull(stated, "stated");
        Objects.requireNonNull(wording, "wording");
    }

    static Deadline before(LocalDate day) {
        return new Deadline(day, Wording.BEFORE);
    }

    static Deadline atLatest(LocalDate day) {
        return new Deadline(day, Wording.AT_LATEST);
    }

    public enum Wording {
        /** "trước ngày X": the day before X, unless the authority's setting includes X. */
        BEFORE,
        /** "chậm nhất ngày X", or the last day of the named month or quarter. */
        AT_LATEST
    }
}
