package vn.cchc.feedback.limit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All policies, and the rule by which one is chosen. */
record PolicyTable(List<HandlingPolicy> policies) {

    private static final Comparator<HandlingPolicy> NARROWEST = Comparator.comparingInt(
                    (HandlingPolicy policy) -> policy.scope().weight())
            .thenComparing(HandlingPolicy::validFrom)
            .thenComparing(HandlingPolicy::id);

    PolicyTable {
        policies = List.copyOf(policies);
    }

    /** The policy in force on the day that is made most narrowly for the case; of equals, the one that holds since later. */
    Optional<HandlingPolicy> choose(HandlingPolicy.Scope one, LocalDate day) {
        return policies.stream()
                .filter(policy -> policy.validOn(day) && policy.scope().covers(one))
                .max(NARROWEST);
    }
}
