package vn.cchc.feedback.register;

import java.util.Arrays;
import java.util.stream.Collectors;
import vn.cchc.feedback.State;

/** Outcomes distinguished in statistics; each feedback counts as exactly one. */
enum Outcome {
    OPEN,
    ANSWERED,
    REFUSED,
    REFERRED,
    WITHDRAWN;

    static Outcome of(State state) {
        return switch (state) {
            case RECEIVED, SUPPLEMENT_REQUESTED, ACCEPTED, ASSIGNED, REOPENED -> OPEN;
            case ANSWERED, CLOSED -> ANSWERED;
            case REFUSED -> REFUSED;
            case REFERRED -> REFERRED;
            case WITHDRAWN -> WITHDRAWN;
        };
    }

    /** SQL condition: whether the state in that column counts as this outcome. */
    String sql(String state) {
        return Arrays.stream(State.values())
                .filter(each -> of(each) == this)
                .map(each -> "'" + each + "'")
                .collect(Collectors.joining(", ", state + " IN (", ")"));
    }
}
