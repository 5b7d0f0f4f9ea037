package vn.cchc.feedback.handling;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.feedback.State;
import vn.cchc.feedback.Transition;
import vn.cchc.platform.event.Change;
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.event.Recorded;
import vn.cchc.platform.http.Page;

/** The history of feedback, which is kept in the {@link Journal}. */
@ApplicationScoped
public class FeedbackHistory {

    /** Of the journal; the events go to {@code cchc.feedback}. */
    static final String KIND = "feedback";

    private final Journal journal;

    FeedbackHistory(Journal journal) {
        this.journal = journal;
    }

    /**
     * What stays inside. What the sender has sent may name persons, so it stands where it can be erased.
     *
     * @param supplement see {@link CaseStep#supplement}
     * @param person see {@link CaseStep#person}
     * @param reason why the sender has taken it back; what staff give as a reason is the journal's
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Detail(String supplement, String person, String reason) {

        private static final Detail NOTHING = new Detail(null, null, null);

        /** What is to be kept of a step; null where there is nothing. */
        static Detail of(CaseStep step) {
            Detail detail = new Detail(
                    step.supplement().orElse(null),
                    step.person().orElse(null),
                    step.by().isSender() ? step.reason().orElse(null) : null);
            return detail.equals(NOTHING) ? null : detail;
        }
    }

    /** What a step reads of the public state. That of a reconstructed one is not whole. */
    private record PublicState(int version, State state, UUID unitId) {}

    /** Writes the entry of a feedback. */
    public void received(Feedback feedback, Occasion entered) {
        append(feedback, CaseStep.received(entered));
    }

    /** Writes a step that has just been made. */
    void append(Feedback feedback, CaseStep step) {
        journal.append(() -> change(feedback, step));
    }

    /** Writes steps that have just been made, one of each feedback. */
    void appendAll(Map<Feedback, CaseStep> steps) {
        journal.appendAll(() -> steps.entrySet().stream()
                .map(each -> change(each.getKey(), each.getValue()))
                .toList());
    }

    private static Change change(Feedback feedback, CaseStep step) {
        return new Change(
                KIND,
                feedback.id(),
                feedback.authorityId(),
                step.transition().eventType(),
                step.at(),
                FeedbackEvent.of(feedback),
                Detail.of(step),
                new Change.By(step.by().subject(), step.by().name()),
                step.by().isSender() ? null : step.reason().orElse(null));
    }

    /** All steps, from the entry on, oldest first. They are few: a feedback goes through a handful of states. */
    public List<CaseStep> steps(UUID id) {
        return journal.changes(KIND, id).stream().map(FeedbackHistory::step).toList();
    }

    /**
     * A page of the history, oldest first. The caller has checked who reads it.
     *
     * @param limit the parameter {@code limit}, or null
     * @param cursor the parameter {@code cursor}, or null
     */
    Page<ChangeView> page(UUID id, Integer limit, String cursor) {
        return journal.page(KIND, id, limit, cursor, change -> ChangeView.of(change, step(change)));
    }

    private static CaseStep step(Recorded change) {
        Transition transition = Transition.ofEventType(change.type());
        PublicState state = change.state(PublicState.class);
        Optional<Detail> detail = change.detail(Detail.class);
        return new CaseStep(
                state.version(),
                transition,
                Optional.ofNullable(state.state()).or(transition::to).orElseThrow(),
                change.occurredAt(),
                new Actor(change.by().subject(), change.by().name()),
                change.reason().or(() -> detail.map(Detail::reason)),
                detail.map(Detail::supplement),
                transition == Transition.ASSIGN ? Optional.ofNullable(state.unitId()) : Optional.empty(),
                detail.map(Detail::person));
    }
}
