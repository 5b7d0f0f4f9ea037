package vn.cchc.plan.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.exception.ConstraintViolationException;
import vn.cchc.plan.Transition;
import vn.cchc.plan.authority.Authority;
import vn.cchc.plan.authority.AuthorityLevel;
import vn.cchc.plan.authority.AuthorityRepository;
import vn.cchc.plan.plan.Actor;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.calendar.WorkingCalendars;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.IfMatch;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.recount.Recounts;
import vn.cchc.platform.recount.Stage;

/** What administrators do with the working calendar. */
@ApplicationScoped
class CalendarRevisions {

    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(10);
    private static final Duration ANSWER_WITHIN_AT_MOST = Duration.ofDays(7);

    private final RevisionRepository revisions;
    private final AuthorityRepository authorities;
    private final WorkingCalendars calendars;
    private final Recounts recounts;
    private final Journal journal;
    private final CurrentCaller caller;
    private final Clock clock;
    private final List<String> countedBy;

    /** @param countedBy the services that count what a proposed table would move */
    CalendarRevisions(
            RevisionRepository revisions,
            AuthorityRepository authorities,
            WorkingCalendars calendars,
            Recounts recounts,
            Journal journal,
            CurrentCaller caller,
            Clock clock,
            @ConfigProperty(name = "cchc.calendar.counted-by") List<String> countedBy) {
        this.revisions = revisions;
        this.authorities = authorities;
        this.calendars = calendars;
        this.recounts = recounts;
        this.journal = journal;
        this.caller = caller;
        this.clock = clock;
        this.countedBy = countedBy;
    }

    /**
     * A page, the youngest first.
     *
     * @throws Problem 403 outside the keepers of the calendar
     */
    List<CalendarRevision> page(int before, int limit) {
        requireProvince();
        return revisions.page(before, limit);
    }

    /** @throws Problem 404; 403 outside the keepers of the calendar */
    CalendarRevision get(UUID id) {
        requireProvince();
        return revisions.get(id);
    }

    /**
     * Proposes another table and lets the services count what it would move.
     *
     * @throws Problem 403; 409 while another one is proposed, or while services still count anew with the last one, for ten minutes at
     *     most; 422 for days that cannot be, or when nothing would change
     */
    @Transactional(Transactional.TxType.MANDATORY)
    CalendarRevision propose(ProposeRevision wanted, Actor by) {
        requireKeeper();
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
            // Another request proposed one at the same moment.
            throw oneIsProposed();
        }
        recounts.preview(revision.id(), base.version(), table);
        journal.append(() -> CalendarEvent.of(revision, by));
        return revision;
    }

    /** The year in the table in force; where that lacks it, as the program has brought it since, or as the law gives it. */
    private CalendarTable.Year present(WorkingCalendar base, int year) {
        if (base.covers(year)) {
            return base.year(year);
        }
        return calendars.ofProgram().year(year);
    }

    /** What another table would move can be told only when the last one has moved what it does. */
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
                        "recounting",
                        recounting);
            }
        });
    }

    /** {@code VN-2026.1} is the program's, {@code VN-2026.1.2} the administrator's second, made of it or of the first. */
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
     * Brings the proposed table into force. Open due days are counted anew, here and in the services that hear of it.
     *
     * @throws Problem 404, 403, 412, 428; 409 while services have not counted and the time for it is not over, or when another table has come into force
     *     meanwhile
     */
    @Transactional(Transactional.TxType.MANDATORY)
    CalendarRevision apply(UUID id, IfMatch ifMatch, String reason, Actor by) {
        CalendarRevision revision = toDecide(id, ifMatch);
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
                    "unanswered",
                    unanswered);
        }
        revision.apply(reason, clock.instant());
        record(revision, by);
        calendars.add(revision.table(), revision.revision());
        recounts.recount(revision.id(), revision.tableVersion());
        return revision;
    }

    /**
     * Leaves the table in force as it is.
     *
     * @throws Problem 404, 403, 412, 428; 409 when it is proposed no more
     */
    @Transactional(Transactional.TxType.MANDATORY)
    CalendarRevision withdraw(UUID id, IfMatch ifMatch, String reason, Actor by) {
        CalendarRevision revision = toDecide(id, ifMatch);
        revision.withdraw(reason, clock.instant());
        record(revision, by);
        return revision;
    }

    private CalendarRevision toDecide(UUID id, IfMatch ifMatch) {
        requireKeeper();
        CalendarRevision revision = revisions.forChange(id);
        ifMatch.require(revision.version());
        return revision;
    }

    private void requireProvince() {
        if (!caller.scope().everywhere() && ofProvince().isEmpty()) {
            throw Problem.forbidden(
                    BilingualText.of(
                            "Lịch làm việc do quản trị viên vận hành, hoặc quản trị viên của tỉnh duy nhất, quản lý.",
                            "The working calendar is kept by operators, or by administrators of the one province that there is."));
        }
    }

    /** One calendar serves all: where there are several provinces, no one of them moves the due days of the others. */
    private void requireKeeper() {
        requireProvince();
        if (!caller.scope().everywhere()
                && authorities.hasOthersOfLevel(
                        AuthorityLevel.PROVINCE, ofProvince().orElseThrow().id(), LocalDate.now(clock))) {
            throw Problem.forbidden(BilingualText.of(
                    "Lịch làm việc chung cho nhiều tỉnh: do quản trị viên vận hành hệ thống thay đổi.",
                    "One calendar serves several provinces: it is changed by operators."));
        }
    }

    /** The province of the caller, where it is one's own. */
    private Optional<Authority> ofProvince() {
        return caller.get()
                .authorityId()
                .flatMap(authorities::findByIdOptional)
                .filter(authority -> authority.level() == AuthorityLevel.PROVINCE);
    }

    private void record(CalendarRevision revision, Actor by) {
        recounts.endPreview(revision.id());
        journal.append(() -> CalendarEvent.of(revision, by));
    }

    /** As it is shown, with what has been counted so far. */
    CalendarRevisionView view(CalendarRevision revision) {
        return CalendarRevisionView.of(
                revision,
                calendars.named(revision.baseVersion()).orElseThrow(),
                revisions.counts(revision.id()),
                countedBy,
                clock.instant());
    }
}
