package vn.cchc.feedback.limit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All policies, and the selection rule. */
record PolicyTable(List<HandlingPolicy> policies) {

    private static final Comparator<HandlingPolicy> NARROWEST = Comparator.comparingInt(
                    (HandlingPolicy policy) -> policy.scope().weight())
            .thenComparing(HandlingPolicy::validFrom)
            .thenComparing(HandlingPolicy::id);

    PolicyTable {
        policies = List.copyOf(policies);
    }

    /** The most specific policy valid on that day; on a tie, the one valid from the later day. */
    Optional<HandlingPolicy> choose(HandlingPolicy.Scope one, LocalDate day) {
        return policies.stream()
                .filter(policy -> policy.validOn(day) && policy.scope().covers(one))
                .max(NARROWEST);
    }
}
