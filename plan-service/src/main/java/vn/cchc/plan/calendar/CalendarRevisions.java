package vn.cchc.plan.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.exception.ConstraintViolationException;
import vn.cchc.plan.Transition;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.calendar.WorkingCalendars;
import vn.cchc.platform.concurrency.ExpectedVersion;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.http.ProblemMember;
import vn.cchc.platform.recount.Recounts;
import vn.cchc.platform.recount.Stage;

/** Application service for revisions of the working calendar. */
@ApplicationScoped
class CalendarRevisions {

    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(10);
    private static final Duration ANSWER_WITHIN_AT_MOST = Duration.ofDays(7);

    private final RevisionRepository revisions;
    private final CalendarKeepers keepers;
    private final WorkingCalendars calendars;
    private final Recounts recounts;
    private final Journal journal;
    private final Clock clock;
    private final List<String> countedBy;

    /** @param countedBy services that count the impact of a proposed table */
    CalendarRevisions(
            RevisionRepository revisions,
            CalendarKeepers keepers,
            WorkingCalendars calendars,
            Recounts recounts,
            Journal journal,
            Clock clock,
            @ConfigProperty(name = "cchc.calendar.counted-by") List<String> countedBy) {
        this.revisions = revisions;
        this.keepers = keepers;
        this.calendars = calendars;
        this.recounts = recounts;
        this.journal = journal;
        this.clock = clock;
        this.countedBy = countedBy;
    }

    /**
     * Proposes a new table and starts the count of its impact in all services.
     *
     * @throws Problem 403; 409 while another revision is proposed, or while services are still recounting after the
     *     last one (ten minutes at most); 422 for impossible days, or when nothing would change
     */
    @Transactional(Transactional.TxType.MANDATORY)
    CalendarRevision propose(ProposeRevision wanted, AuthorityScope scope, Caller who) {
        keepers.require(scope, who);
        Actor by = Actor.of(who);
        Instant now = clock.instant();
        WorkingCalendar base = calendars.inForce();
        int year = wanted.year();
        CalendarTable.Year before = present(base, year);
        var faults = wanted.faults(before, base);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        CalendarTable.Year after = wanted.applied(before);
        if (base.covers(year) && after.equals(before)) {
            throw Problem.unprocessable(
                    "nothing-changes",
                    BilingualText.of(
                            "Năm " + year + " đã như vậy trong bảng đang áp dụng.",
                            "The table in force has the year " + year + " like this already."));
        }
        Instant answerBy = answerBy(wanted, now);
        if (revisions.isOneProposed()) {
            throw oneIsProposed();
        }
        requireRecounted(now);
        int number = revisions.last() + 1;
        SortedMap<Integer, CalendarTable.Year> years =
                new TreeMap<>(base.table().years());
        years.put(year, after);
        CalendarTable table = new CalendarTable(root(base.version()) + "." + number, LocalDate.now(clock), years);
        CalendarRevision revision = CalendarRevision.proposed(
                Ids.next(), number, year, base.version(), table, answerBy, wanted.reason(), by, now);
        try {
            revisions.persistAndFlush(revision);
        } catch (ConstraintViolationException e) {
            // Lost a race against a concurrent proposal (unique index).
            throw oneIsProposed();
        }
        recounts.preview(revision.id(), base.version(), table);
        journal.append(() -> CalendarEvent.of(revision, by));
        return revision;
    }

    /**
     * The year in the table in force; if missing there, from the table delivered with the program, else the statutory
     * holidays.
     */
    private CalendarTable.Year present(WorkingCalendar base, int year) {
        if (base.covers(year)) {
            return base.year(year);
        }
        return calendars.ofProgram().year(year);
    }

    /** The impact of a new table can be counted only after the recount of the last one has finished. */
    private void requireRecounted(Instant now) {
        revisions.lastApplied().ifPresent(last -> {
            List<String> recounting =
                    CalendarRevisionView.missing(revisions.counts(last.id()), countedBy, Stage.RECOUNT);
            if (!recounting.isEmpty() && now.isBefore(last.changedAt().plus(ANSWER_WITHIN))) {
                throw Problem.conflict(
                        "recount-under-way",
                        BilingualText.of(
                                "Đang tính lại theo bảng " + last.tableVersion() + " tại: "
                                        + String.join(", ", recounting) + ".",
                                "These still count anew with " + last.tableVersion() + ": "
                                        + String.join(", ", recounting) + "."),
                        ProblemMember.RECOUNTING,
                        recounting);
            }
        });
    }

    /**
     * The version without revision number: {@code VN-2026.1} is delivered with the program, {@code VN-2026.1.2} is
     * revision 2, based on it or on revision 1.
     */
    private String root(String version) {
        return revisions
                .ofTable(version)
                .map(revision -> version.substring(0, version.length() - ("." + revision.revision()).length()))
                .orElse(version);
    }

    private Instant answerBy(ProposeRevision wanted, Instant now) {
        if (wanted.answerBy() == null) {
            return now.plus(ANSWER_WITHIN);
        }
        Instant answerBy = wanted.answerBy().toInstant();
        if (answerBy.isBefore(now) || answerBy.isAfter(now.plus(ANSWER_WITHIN_AT_MOST))) {
            throw Problem.invalid("answerBy", "Phải trong vòng 7 ngày tới.", "Must lie within the next 7 days.");
        }
        return answerBy;
    }

    private static Problem oneIsProposed() {
        return Problem.conflict(
                "revision-proposed",
                BilingualText.of(
                        "Một thay đổi khác đang được đề nghị: hãy áp dụng hoặc rút lại trước.",
                        "Another change is proposed: apply or withdraw it first."));
    }

    /**
     * Puts the proposed table into force. Open due days are recounted here and in the services that consume the event.
     *
     * @throws Problem 404, 403, 412, 428; 409 while counts are missing before the deadline, or when another table has
     *     come into force in the meantime
     */
    @Transactional(Transactional.TxType.MANDATORY)
    CalendarRevision apply(UUID id, ExpectedVersion expected, String reason, AuthorityScope scope, Caller who) {
        CalendarRevision revision = toDecide(id, expected, scope, who);
        revision.require(Transition.APPLY);
        if (!calendars.inForce().version().equals(revision.baseVersion())) {
            throw Problem.conflict(
                    "calendar-changed",
                    BilingualText.of(
                            "Bảng đang áp dụng không còn là " + revision.baseVersion() + ": hãy đề nghị lại.",
                            "The table in force is " + revision.baseVersion() + " no more: propose the change anew."));
        }
        List<String> unanswered =
                CalendarRevisionView.missing(revisions.counts(revision.id()), countedBy, Stage.PREVIEW);
        if (!CalendarRevisionView.isApplicable(revision, unanswered, clock.instant())) {
            throw Problem.conflict(
                    "counts-missing",
                    BilingualText.of(
                            "Chưa có kết quả đếm của: " + String.join(", ", unanswered) + ".",
                            "These have not counted yet: " + String.join(", ", unanswered) + "."),
                    ProblemMember.UNANSWERED,
                    unanswered);
        }
        revision.apply(reason, clock.instant());
        record(revision, Actor.of(who));
        calendars.add(revision.table(), revision.revision());
        recounts.recount(revision.id(), revision.tableVersion());
        return revision;
    }

    /**
     * Withdraws the revision; the table in force is unchanged.
     *
     * @throws Problem 404, 403, 412, 428; 409 when it is no longer proposed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    CalendarRevision withdraw(UUID id, ExpectedVersion expected, String reason, AuthorityScope scope, Caller who) {
        CalendarRevision revision = toDecide(id, expected, scope, who);
        revision.withdraw(reason, clock.instant());
        record(revision, Actor.of(who));
        return revision;
    }

    private CalendarRevision toDecide(UUID id, ExpectedVersion expected, AuthorityScope scope, Caller who) {
        keepers.require(scope, who);
        CalendarRevision revision = revisions.forChange(id);
        expected.require(revision.version());
        return revision;
    }

    private void record(CalendarRevision revision, Actor by) {
        recounts.endPreview(revision.id());
        journal.append(() -> CalendarEvent.of(revision, by));
    }
}
