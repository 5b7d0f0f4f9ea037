package vn.cchc.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Scope;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Problem;
import vn.cchc.reporting.projection.Authorities;

/**
 * Which reports exist for the caller: those of the own authority, and for the authority above those of the ones beneath it,
 * once they have been sent. Everything else is absent (404).
 */
@ApplicationScoped
class ReportAccess {

    private final CurrentCaller caller;
    private final Authorities authorities;
    private final ReportRepository reports;

    ReportAccess(CurrentCaller caller, Authorities authorities, ReportRepository reports) {
        this.caller = caller;
        this.authorities = authorities;
        this.reports = reports;
    }

    /**
     * @param own authorities all of whose reports exist for the caller
     * @param beneath authorities whose sent reports do
     */
    record Visible(List<UUID> own, List<UUID> beneath) {

        List<UUID> all() {
            return Stream.concat(own.stream(), beneath.stream()).distinct().toList();
        }
    }

    /**
     * What the caller may see, narrowed to one authority where one is asked for.
     *
     * @throws Problem 404 when that one is outside
     */
    Visible scope(Optional<UUID> wanted) {
        Scope reached = caller.scope();
        List<UUID> own = reached.own().stream().toList();
        List<UUID> beneath = reached.above().map(authorities::beneath).orElse(List.of());
        if (wanted.isEmpty()) {
            return new Visible(own, beneath);
        }
        UUID one = wanted.get();
        if (own.contains(one)) {
            return new Visible(List.of(one), List.of());
        }
        if (beneath.contains(one)) {
            return new Visible(List.of(), List.of(one));
        }
        throw Problem.notFound();
    }

    /** A report that exists for the caller. */
    Seen seen(UUID id) {
        return seen(reports.findByIdOptional(id));
    }

    /** The same, locked for a change by the authority's own staff. */
    Report own(UUID id) {
        return own(reports.findLocked(id));
    }

    /** The same as it is at this moment, to prepare a change. */
    Report ownUnlocked(UUID id) {
        return own(reports.findByIdOptional(id));
    }

    private Report own(Optional<Report> found) {
        Report report = found.orElseThrow(Problem::notFound);
        if (!isOwn(report)) {
            throw Problem.notFound();
        }
        return report;
    }

    /** The same, locked for a change by the authority directly above, to which it was sent. */
    Report beneath(UUID id) {
        Report report = seen(reports.findLocked(id)).report();
        if (!authorities.isParent(caller.get().authority(), report.authorityId())) {
            throw Problem.forbidden(BilingualText.of(
                    "Báo cáo này gửi cho cơ quan cấp trên trực tiếp.",
                    "This report goes to the authority directly above."));
        }
        return report;
    }

    /** A report as the caller sees it: the own authority the present, the one above what it was sent. */
    record Seen(Report report, boolean own) {

        /** Whether figures and text are computed at this reading. */
        boolean isLive() {
            return own && report.state().isEditable();
        }

        /** The edition that is shown when it is not live. */
        int frozenEdition() {
            return (own ? report.frozenEdition() : report.sentEdition()).orElseThrow(Problem::notFound);
        }

        /** Whether an edition exists for the caller. */
        boolean has(int edition) {
            return edition >= 1 && edition <= (own ? report.frozenEdition() : report.sentEdition()).orElse(0);
        }
    }

    private Seen seen(Optional<Report> found) {
        Report report = found.orElseThrow(Problem::notFound);
        if (isOwn(report)) {
            return new Seen(report, true);
        }
        boolean beneath = caller.scope()
                .above()
                .map(above -> authorities.beneath(above).contains(report.authorityId()))
                .orElse(false);
        if (report.sentEdition().isPresent() && beneath) {
            return new Seen(report, false);
        }
        throw Problem.notFound();
    }

    private boolean isOwn(Report report) {
        return caller.scope().isOwn(report.authorityId());
    }
}
