package vn.cchc.plan.milestone;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
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
            return new Detail(steps.stream().map(Kept::of).toList());
        }
    }

    /** A step as the journal keeps it; who took it stands beside. */
    record Kept(MilestoneState from, MilestoneState to, String what, String reason, OffsetDateTime at) {

        static Kept of(Milestone.Step step) {
            return new Kept(
                    step.from(),
                    step.to(),
                    step.what(),
                    step.reason(),
                    step.at().atZone(VietnamTime.ZONE).toOffsetDateTime());
        }
    }

    /** The steps of a change; the change itself where its detail was erased. */
    static Stream<MilestoneStep> of(Recorded change) {
        return change.detail(Detail.class)
                .map(detail -> detail.steps().stream()
                        .map(kept -> new MilestoneStep(
                                Optional.ofNullable(kept.from()),
                                kept.to(),
                                kept.what(),
                                Optional.ofNullable(kept.reason()),
                                change.by(),
                                kept.at())))
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
