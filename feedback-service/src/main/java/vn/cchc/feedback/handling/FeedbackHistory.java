package vn.cchc.feedback.handling;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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

/** History of feedback, stored in the {@link Journal}. */
@ApplicationScoped
public class FeedbackHistory {

    /** Aggregate kind in the journal; events are published to {@code cchc.feedback}. */
    static final String KIND = "feedback";

    private final Journal journal;

    FeedbackHistory(Journal journal) {
        this.journal = journal;
    }

    /**
     * Private part of a step, never published. The supplement may name persons; it is kept here so that it can be
     * erased.
     *
     * @param supplement see {@link CaseStep#supplement}
     * @param person see {@link CaseStep#person}
     * @param reason the sender's reason for withdrawal or reopening; reasons of staff are stored in the journal itself
     * @param extension see {@link CaseStep#extension}
     * @param draftedBy see {@link CaseStep#draftedBy}
     * @param released true of an answer that the leader released: it stays one when the names are erased
     * @param draftCameBack see {@link CaseStep#draftCameBack}; {@code null} where not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Detail(
            String supplement,
            String person,
            String reason,
            Integer extension,
            String draftedBy,
            Boolean released,
            Boolean draftCameBack) {

        private static final Detail NOTHING = new Detail(null, null, null, null, null, null, null);

        /** The private part of a step; {@code null} if empty. */
        static Detail of(CaseStep step) {
            Detail detail = new Detail(
                    step.supplement().orElse(null),
                    step.person().orElse(null),
                    step.by().isCitizen() ? step.reason().orElse(null) : null,
                    step.extension().orElse(null),
                    step.draftedBy().orElse(null),
                    step.transition() == Transition.RELEASE_ANSWER ? Boolean.TRUE : null,
                    step.draftCameBack() ? Boolean.TRUE : null);
            return detail.equals(NOTHING) ? null : detail;
        }
    }

    /** The part of the public state that a step needs. The state of a reconstructed event may be incomplete. */
    private record PublicState(
            int version, State state, UUID unitId, LocalDate dueOn, OffsetDateTime dueAt, String dueCalendar) {}

    /**
     * Records the entry of a feedback.
     *
     * @param note of the clerk who enters it
     */
    public void received(Feedback feedback, ChangeContext entered, Optional<String> note) {
        append(feedback, CaseStep.received(entered, note));
    }

    /** Records a step. */
    void append(Feedback feedback, CaseStep step) {
        journal.append(() -> change(feedback, step));
    }

    /** Records one step for each feedback. */
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
                step.by(),
                step.by().isCitizen() ? null : step.reason().orElse(null));
    }

    /** All steps, oldest first. Not paged: a feedback has only a few. */
    public List<CaseStep> steps(UUID id) {
        return journal.changes(KIND, id).stream().map(FeedbackHistory::step).toList();
    }

    /**
     * A page of the history, oldest first. The caller has checked access.
     *
     * @param limit the parameter {@code limit}, or null
     * @param cursor the parameter {@code cursor}, or null
     */
    Page<ChangeView> page(UUID id, Integer limit, String cursor) {
        return journal.page(KIND, id, limit, cursor, change -> ChangeView.of(change, step(change)));
    }

    private static CaseStep step(Recorded change) {
        PublicState state = change.state(PublicState.class);
        Optional<Detail> detail = change.detail(Detail.class);
        Transition transition = detail.map(Detail::released).orElse(false)
                ? Transition.RELEASE_ANSWER
                : Transition.ofEventType(change.type());
        return new CaseStep(
                state.version(),
                transition,
                Optional.ofNullable(state.state())
                        .or(() -> transition.to(false))
                        .orElseThrow(),
                change.occurredAt(),
                change.by(),
                change.reason().or(() -> detail.map(Detail::reason)),
                detail.map(Detail::supplement),
                transition == Transition.ASSIGN ? Optional.ofNullable(state.unitId()) : Optional.empty(),
                detail.map(Detail::person),
                detail.map(Detail::extension),
                detail.map(Detail::draftedBy),
                detail.map(Detail::draftCameBack).orElse(false),
                Optional.ofNullable(state.dueOn()),
                Optional.ofNullable(state.dueAt()),
                Optional.ofNullable(state.dueCalendar()));
    }
}
