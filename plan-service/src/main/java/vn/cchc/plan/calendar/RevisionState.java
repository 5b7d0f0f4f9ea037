package vn.cchc.plan.calendar;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a change of the working calendar stands. */
@Schema(name = "CalendarRevisionState")
public enum RevisionState {
    /** The services count what it would move. */
    PROPOSED,
    /** In force, or was until the next one. */
    APPLIED,
    WITHDRAWN;

    static final String APPLICATIONS = "applications";
    static final String WITHDRAWALS = "withdrawals";

    /** The sub-resources that may be posted to. */
    List<String> allowed() {
        return this == PROPOSED ? List.of(APPLICATIONS, WITHDRAWALS) : List.of();
    }
}
