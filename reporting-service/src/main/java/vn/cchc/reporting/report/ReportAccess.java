package vn.cchc.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.access.Reached;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;

/**
 * Reports visible within a scope: those of the own authority; for a superior authority those of its subordinates once
 * sent. Everything else is reported as 404.
 */
@ApplicationScoped
class ReportAccess {

    private final ReportRepository reports;

    ReportAccess(ReportRepository reports) {
        this.reports = reports;
    }

    /**
     * Authorities whose rows a list shows, optionally restricted to one.
     *
     * @throws Problem 404 when that one is out of scope
     */
    static List<Reached> listed(Optional<UUID> wanted, AuthorityScope scope) {
        List<Reached> parts = scope.listed(wanted.orElse(null));
        if (parts.isEmpty()) {
            throw Problem.notFound();
        }
        return parts;
    }

    /** A report visible to the caller. */
    Seen seen(UUID id, AuthorityScope scope) {
        return seen(reports.findByIdOptional(id).orElseThrow(Problem::notFound), scope);
    }

    /** With SELECT … FOR UPDATE, for a change by the authority's own staff. */
    Report own(UUID id, AuthorityScope scope) {
        return own(reports.findLocked(id), scope);
    }

    /** Without a lock, to prepare a change. */
    Report ownUnlocked(UUID id, AuthorityScope scope) {
        return own(reports.findByIdOptional(id), scope);
    }

    private static Report own(Optional<Report> found, AuthorityScope scope) {
        Report report = found.orElseThrow(Problem::notFound);
        if (!scope.reachesAsOwn(report.authorityId())) {
            throw Problem.notFound();
        }
        return report;
    }

    /** With SELECT … FOR UPDATE, for a change by the direct superior authority to which it was sent. */
    Report beneath(UUID id, AuthorityScope scope) {
        Report report = seen(reports.findLocked(id).orElseThrow(Problem::notFound), scope)
                .report();
        if (!scope.isDirectlyBeneath(report.authorityId())) {
            throw Problem.forbidden(BilingualText.of(
                    "Báo cáo này gửi cho cơ quan cấp trên trực tiếp.",
                    "This report goes to the authority directly above."));
        }
        return report;
    }

    /** A report as visible to the caller: current for the own authority, as last sent for the superior. */
    record Seen(Report report, boolean own) {

        /** Whether figures and text are computed on each read. */
        boolean isLive() {
            return own && report.state().isEditable();
        }

        /** The edition shown when not live. */
        int frozenEdition() {
            return (own ? report.frozenEdition() : report.sentEdition()).orElseThrow(Problem::notFound);
        }

        /** Whether an edition is visible to the caller. */
        boolean has(int edition) {
            return edition >= 1 && edition <= (own ? report.frozenEdition() : report.sentEdition()).orElse(0);
        }
    }

    /** The same of a report that has been read. */
    static Seen seen(Report report, AuthorityScope scope) {
        if (scope.reachesAsOwn(report.authorityId())) {
            return new Seen(report, true);
        }
        if (report.sentEdition().isPresent() && scope.reachesAsBeneath(report.authorityId())) {
            return new Seen(report, false);
        }
        throw Problem.notFound();
    }
}
