package vn.cchc.feedback.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.cchc.feedback.limit.LimitClock;
import vn.cchc.feedback.limit.Limits;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.recount.DueDays;
import vn.cchc.platform.recount.Moves;
import vn.cchc.platform.recount.RecountResult;

/** Due days of open feedback, for recounts. */
@ApplicationScoped
class OpenDueDays implements DueDays {

    /** Journal kind of recounts; reported to plan-service on {@code cchc.feedback-recount}. */
    private static final String KIND = "feedback-recount";

    private final FeedbackRepository repository;
    private final FeedbackHistory history;
    private final Journal journal;
    private final Limits limits;
    private final Clock clock;
    private final Actor by;

    OpenDueDays(
            FeedbackRepository repository,
            FeedbackHistory history,
            Journal journal,
            Limits limits,
            Clock clock,
            @ConfigProperty(name = "cchc.service") String service) {
        this.repository = repository;
        this.history = history;
        this.journal = journal;
        this.limits = limits;
        this.clock = clock;
        this.by = new Actor(service, service);
    }

    @Override
    public List<Place> next(Place after, int atMost) {
        return repository.open(after, atMost);
    }

    @Override
    public Moves preview(WorkingCalendar proposed, List<Place> places) {
        Moves moves = Moves.NONE;
        for (Feedback feedback : repository.stillOpen(places, LockModeType.NONE)) {
            LimitClock before = feedback.limitClock();
            moves = moves.plus(moves(before, before.countedWith(limits.workingTime(proposed, feedback.authorityId()))));
        }
        return moves;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Moves recount(WorkingCalendar inForce, List<Place> places) {
        ChangeContext context = new ChangeContext(by, OffsetDateTime.now(clock), inForce, limits.offices());
        Map<Feedback, CaseStep> steps = new LinkedHashMap<>();
        Moves moves = Moves.NONE;
        for (Feedback feedback : repository.stillOpen(places, LockModeType.PESSIMISTIC_WRITE)) {
            LimitClock before = feedback.limitClock();
            LimitClock anew = before.countedWith(context.workingTime(feedback.authorityId()));
            if (!anew.equals(before)) {
                moves = moves.plus(moves(before, anew));
                // If nothing visible changes, the case keeps the table it was counted with.
                if (anew.tellsOtherThan(before)) {
                    steps.put(feedback, feedback.recount(anew, context));
                }
            }
        }
        history.appendAll(steps);
        return moves;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void completed(RecountResult result) {
        journal.append(() -> result.change(KIND, by.subject()));
    }

    private static Moves moves(LimitClock before, LimitClock anew) {
        return Moves.of(anew.dueOn().compareTo(before.dueOn()), before.dueProvisional() && !anew.dueProvisional());
    }
}
