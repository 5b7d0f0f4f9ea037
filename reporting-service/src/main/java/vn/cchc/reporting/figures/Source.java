package vn.cchc.reporting.figures;

import java.util.UUID;
import vn.cchc.reporting.projection.HeardVersion;

/** A source of a figure: an aggregate in a version. */
public record Source(Kind kind, UUID id, long version) {

    /** The kinds of aggregates that figures are counted from. */
    public enum Kind {
        FEEDBACK,
        MILESTONE,
        TASK,
        TARGET_READING
    }

    static Source of(Kind kind, HeardVersion<?> told) {
        return new Source(kind, told.id(), told.version());
    }
}
