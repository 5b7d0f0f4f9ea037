package vn.cchc.plan.milestone;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.Recorded;
import vn.cchc.platform.time.VietnamTime;

/**
 * A step of a milestone's history. One journal change may contain several, such as a new unit and a new due day from
 * one event.
 *
 * @param from the previous state; empty for the first step
 * @param at business time
 */
record MilestoneStep(
        Optional<MilestoneState> from,
        MilestoneState to,
        String what,
        Optional<String> reason,
        Actor by,
        OffsetDateTime at) {

    /** Detail of a journal change: the steps in order. */
    record Detail(List<Kept> steps) {

        static Detail of(List<Milestone.Step> steps) {
            int last = steps.size() - 1;
            List<Kept> kept = new ArrayList<>();
            steps.subList(0, last).forEach(step -> kept.add(Kept.of(step, step.reason())));
            kept.add(Kept.of(steps.get(last), null));
            return new Detail(kept);
        }
    }

    /** A stored step. The author and the last step's reason are stored with the change. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Kept(MilestoneState from, MilestoneState to, String what, String reason, OffsetDateTime at) {

        static Kept of(Milestone.Step step, String reason) {
            return new Kept(
                    step.from(),
                    step.to(),
                    step.what(),
                    reason,
                    step.at().atZone(VietnamTime.ZONE).toOffsetDateTime());
        }
    }

    /** The steps of a change; a single step derived from the change when its detail was erased. */
    static Stream<MilestoneStep> of(Recorded change) {
        return change.detail(Detail.class)
                .map(detail -> IntStream.range(0, detail.steps().size()).mapToObj(i -> {
                    Kept kept = detail.steps().get(i);
                    boolean isLast = i == detail.steps().size() - 1;
                    return new MilestoneStep(
                            Optional.ofNullable(kept.from()),
                            kept.to(),
                            kept.what(),
                            isLast
                                    ? change.reason().or(() -> Optional.ofNullable(kept.reason()))
                                    : Optional.ofNullable(kept.reason()),
                            change.by(),
                            kept.at());
                }))
                .orElseGet(() -> Stream.of(new MilestoneStep(
                        change.before().map(MilestoneStep::state),
                        state(change.state()),
                        change.what(),
                        change.reason(),
                        change.by(),
                        change.occurredAt())));
    }

    private static MilestoneState state(JsonNode of) {
        return MilestoneState.valueOf(of.get("state").asText());
    }
}
