package vn.cchc.plan.milestone;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.cchc.platform.event.Change;
import vn.cchc.platform.event.Recorded;
import vn.cchc.platform.time.VietnamTime;

/**
 * A step of a milestone's history: who did what, when and why. One change in the journal may consist of several, such as
 * another unit and another day by one event.
 *
 * @param from the state before; empty for the first
 * @param at business time
 */
record MilestoneStep(
        Optional<MilestoneState> from,
        MilestoneState to,
        String what,
        Optional<String> reason,
        Change.By by,
        OffsetDateTime at) {

    /** What the journal keeps beside the state of a milestone: the steps in order. */
    record Detail(List<Kept> steps) {

        static Detail of(List<Milestone.Step> steps) {
            int last = steps.size() - 1;
            List<Kept> kept = new ArrayList<>();
            steps.subList(0, last).forEach(step -> kept.add(Kept.of(step, step.reason())));
            kept.add(Kept.of(steps.get(last), null));
            return new Detail(kept);
        }
    }

    /** A step as the journal keeps it; who took it stands beside, and so does the reason of the last one. */
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

    /** The steps of a change; the change itself where its detail was erased. */
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
