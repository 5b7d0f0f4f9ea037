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
import vn.cchc.feedback.handling.Feedback.Recounted;
import vn.cchc.platform.calendar.Term;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.recount.Counted;
import vn.cchc.platform.recount.DueDays;
import vn.cchc.platform.recount.Moves;

/** The due days of feedback that has no end yet. */
@ApplicationScoped
class OpenDueDays implements DueDays {

    /** What is told of them to the owner of the calendar; goes to {@code cchc.feedback-recount}. */
    private static final String KIND = "feedback-recount";

    private final FeedbackRepository repository;
    private final FeedbackHistory history;
    private final Journal journal;
    private final Clock clock;
    private final Actor by;

    OpenDueDays(
            FeedbackRepository repository,
            FeedbackHistory history,
            Journal journal,
            Clock clock,
            @ConfigProperty(name = "cchc.service") String service) {
        this.repository = repository;
        this.history = history;
        this.journal = journal;
        this.clock = clock;
        this.by = new Actor(service, service);
    }

    @Override
    public List<Place> next(Place after, int atMost) {
        return repository.open(after, atMost);
    }

    @Override
    public Moves preview(WorkingCalendar proposed, List<Place> places) {
        Occasion occasion = occasion(proposed);
        Moves moves = Moves.NONE;
        for (Feedback feedback : repository.stillOpen(places, LockModeType.NONE)) {
            moves = moves.plus(moves(feedback, recounted(feedback, occasion)));
        }
        return moves;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Moves recount(WorkingCalendar inForce, List<Place> places) {
        Occasion occasion = occasion(inForce);
        Map<Feedback, CaseStep> steps = new LinkedHashMap<>();
        Moves moves = Moves.NONE;
        for (Feedback feedback : repository.stillOpen(places, LockModeType.PESSIMISTIC_WRITE)) {
            if (!isCountedWith(feedback, inForce)) {
                Recounted recounted = recounted(feedback, occasion);
                moves = moves.plus(moves(feedback, recounted));
                if (feedback.isMovedBy(recounted)) {
                    steps.put(feedback, feedback.recount(recounted, occasion));
                }
            }
        }
        history.appendAll(steps);
        return moves;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void counted(Counted counted) {
        journal.append(() -> counted.told(KIND, by.subject()));
    }

    /** Of a limit in working days the pauses that are over may have been counted with the table before. */
    private static boolean isCountedWith(Feedback feedback, WorkingCalendar inForce) {
        return feedback.dueCalendar().equals(inForce.version())
                && (feedback.limit().unit() != Term.Unit.WORKING_DAY || feedback.pausedDays() == 0);
    }

    private Occasion occasion(WorkingCalendar calendar) {
        return new Occasion(by, OffsetDateTime.now(clock), calendar);
    }

    /** Only a limit in working days asks what was done to it: how many days a pause has depends on the table. */
    private Recounted recounted(Feedback feedback, Occasion occasion) {
        List<CaseStep> past = feedback.limit().unit() == Term.Unit.WORKING_DAY && feedback.version() > 1
                ? history.steps(feedback.id())
                : List.of();
        return feedback.recounted(past, occasion.day(), occasion.calendar());
    }

    private static Moves moves(Feedback feedback, Recounted recounted) {
        return Moves.of(
                recounted.due().dueOn().compareTo(feedback.dueOn()),
                feedback.isDueProvisional() && !recounted.provisional());
    }
}
