package vn.cchc.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Consumer;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.concurrency.ExpectedVersion;
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.http.Problem;

/** Transitions after approval: dispatch, receipt, return. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ReportTransitions {

    private final ReportAccess access;
    private final Journal journal;
    private final Clock clock;

    ReportTransitions(ReportAccess access, Journal journal, Clock clock) {
        this.access = access;
        this.journal = journal;
        this.clock = clock;
    }

    /** @throws Problem 404, 412, 428; 409 when it is not approved or already sent */
    Report send(UUID id, ExpectedVersion expected, AuthorityScope scope, Caller who) {
        return change(
                access.own(id, scope),
                expected,
                who,
                ReportTransition.DISPATCH,
                null,
                report -> report.send(today(), now()));
    }

    /** @throws Problem 404, 403, 412, 428; 409 when it is already received or returned */
    Report receive(UUID id, ExpectedVersion expected, AuthorityScope scope, Caller who) {
        return change(
                access.beneath(id, scope),
                expected,
                who,
                ReportTransition.RECEIVE,
                null,
                report -> report.receive(today(), now()));
    }

    /** @throws Problem 404, 403, 412, 428; 409 when it is already received or returned */
    Report giveBack(UUID id, ExpectedVersion expected, String reason, AuthorityScope scope, Caller who) {
        return change(
                access.beneath(id, scope),
                expected,
                who,
                ReportTransition.RETURN,
                reason,
                report -> report.giveBack(reason, today(), now()));
    }

    private Report change(
            Report report,
            ExpectedVersion expected,
            Caller who,
            ReportTransition transition,
            String reason,
            Consumer<Report> change) {
        expected.require(report.version());
        change.accept(report);
        journal.append(() -> ReportEvent.change(report, transition, who, reason));
        return report;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
