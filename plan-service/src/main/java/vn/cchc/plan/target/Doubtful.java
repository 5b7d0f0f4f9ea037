package vn.cchc.plan.target;

import vn.cchc.plan.finding.TargetDoubt;

/** Ends a reading. Not an error: it has no stack trace. */
final class Doubtful extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final TargetDoubt doubt;

    Doubtful(TargetDoubt doubt) {
        super(doubt.name(), null, false, false);
        this.doubt = doubt;
    }

    TargetDoubt doubt() {
        return doubt;
    }
}
