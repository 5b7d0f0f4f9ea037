package vn.cchc.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.event.ChangeView;
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.event.Recorded;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.time.VietnamTime;
import vn.cchc.reporting.narrative.Narrative;
import vn.cchc.reporting.narrative.ReportData;
import vn.cchc.reporting.projection.Authorities;
import vn.cchc.reporting.regime.KnownRegimes;
import vn.cchc.reporting.regime.Regimes;
import vn.cchc.reporting.regime.ReportForm;
import vn.cchc.reporting.regime.ReportingRegime;
import vn.cchc.reporting.regime.Section;

/** Views of reports: live ones with the current proposals, others as frozen. */
@ApplicationScoped
class ReportViews {

    /** Event types visible to the superior authority. */
    private static final Set<String> SEEN_ABOVE = Set.of("sent", "received", "returned");

    private final ReportRepository reports;
    private final ReportAccess access;
    private final ReportContents contents;
    private final Regimes regimes;
    private final FrozenEditions frozen;
    private final Documents documents;
    private final SourceCompleteness completeness;
    private final LateEvents lateEvents;
    private final Authorities authorities;
    private final Journal journal;
    private final Clock clock;

    ReportViews(
            ReportRepository reports,
            ReportAccess access,
            ReportContents contents,
            Regimes regimes,
            FrozenEditions frozen,
            Documents documents,
            SourceCompleteness completeness,
            LateEvents lateEvents,
            Authorities authorities,
            Journal journal,
            Clock clock) {
        this.reports = reports;
        this.access = access;
        this.contents = contents;
        this.regimes = regimes;
        this.frozen = frozen;
        this.documents = documents;
        this.completeness = completeness;
        this.lateEvents = lateEvents;
        this.authorities = authorities;
        this.journal = journal;
        this.clock = clock;
    }

    /** A report as visible to the caller, with its version. */
    record Shown(ReportView view, long version) {}

    /** @throws Problem 404 when there is none in scope */
    Shown one(UUID id, AuthorityScope scope) {
        return shown(access.seen(id, scope));
    }

    /** A report that has just been changed; to be called in the transaction of the change. */
    Shown one(Report changed, AuthorityScope scope) {
        return shown(ReportAccess.seen(changed, scope));
    }

    private Shown shown(ReportAccess.Seen seen) {
        return new Shown(full(seen), seen.report().version());
    }

    private ReportView full(ReportAccess.Seen seen) {
        Report report = seen.report();
        KnownRegimes known = regimes.known();
        ReportingRegime regime = ReportContents.regime(report, known);
        ReportForm form = ReportContents.form(report, known);
        Optional<ReportData> data = seen.isLive() ? Optional.of(contents.of(report, known)) : Optional.empty();
        List<SectionView> sections = data.isPresent()
                ? live(report, data.get())
                : frozen(form, frozen.sections(report.id(), seen.frozenEdition()));
        Punctuality punctuality = punctuality(report);
        List<EditionView> editions = frozen.editions(report.id()).stream()
                .filter(edition -> seen.has(edition.number()))
                .map(EditionView::of)
                .toList();
        Optional<EditionView> shown = seen.isLive()
                ? Optional.empty()
                : editions.stream()
                        .filter(edition -> edition.edition() == seen.frozenEdition())
                        .findFirst();
        Optional<LateEvents.Summary> late = shown.flatMap(edition -> lateEvents.of(report.id(), edition.edition()));
        return new ReportView(
                report.id(),
                authority(report.authorityId()),
                new RegimeRef(regime.code(), regime.name()),
                report.planId(),
                report.milestoneId(),
                report.year(),
                report.period(),
                Narrative.title(form, ReportContents.period(report, known)),
                report.periodFrom(),
                report.cutOff(),
                report.cutOffCalendar(),
                report.isCutOffProvisional(),
                report.dueOn(),
                report.workOn(),
                report.dueCalendar().orElse(null),
                report.isDueProvisional(),
                report.dueMovedFrom().orElse(null),
                report.state(),
                report.state().allowed(),
                report.edition(),
                report.number().orElse(null),
                numberAndSymbol(report, form),
                report.approvedOn(),
                report.firstSentOn(),
                report.sentOn(),
                report.receivedOn(),
                report.returnedOn(),
                report.returnReason(),
                punctuality.inTime(),
                punctuality.lateByDays(),
                report.feedbackAnswered(),
                report.feedbackAnsweredInTime(),
                seen.isLive() && report.isCutOffPassed(LocalDate.now(clock)) ? completeness.missing(report) : null,
                data.map(draft -> unprintable(report, draft, sections)).orElse(null),
                shown.map(EditionView::incompleteReason).orElse(null),
                late.isPresent(),
                late.orElse(null),
                sections,
                Bounds.lastShown(editions));
    }

    /**
     * History visible to the caller, oldest first.
     *
     * @throws Problem 404 when there is none in scope
     */
    Page<ChangeView> changes(UUID id, AuthorityScope scope, Integer limit, String cursor) {
        if (access.seen(id, scope).own()) {
            return journal.page(ReportEvent.KIND, id, limit, cursor, ChangeView::of);
        }
        // Changes between a return and the next dispatch are internal to the authority.
        List<Recorded> between = journal.changes(ReportEvent.KIND, id).stream()
                .filter(change -> SEEN_ABOVE.contains(change.what()))
                .toList();
        if (between.isEmpty()) {
            throw Problem.notFound();
        }
        return journal.page(
                ReportEvent.KIND, id, limit, cursor, between.get(0), between.get(between.size() - 1), ChangeView::of);
    }

    /**
     * A page, newest first.
     *
     * @throws Problem 404 when the authority of the filter is out of scope
     */
    Page<ReportSummary> list(ReportRepository.Filter filter, AuthorityScope scope, Integer limit, String cursor) {
        Page<Report> page = Page.read(
                limit,
                cursor,
                filter.text(),
                (after, atMost) -> reports.list(
                        filter,
                        ReportAccess.listed(Optional.ofNullable(filter.authority()), scope),
                        after.map(last -> new ReportRepository.After(last.instant(0), last.uuid(1))),
                        atMost),
                report -> List.of(report.createdAt().toInstant(), report.id()));
        return page.map(summaries(page.items()));
    }

    /** Names and regimes are read once for all. */
    private Function<Report, ReportSummary> summaries(List<Report> page) {
        Map<UUID, String> names = authorities.names(
                page.stream().map(Report::authorityId).distinct().toList());
        KnownRegimes known = regimes.known();
        return report -> summary(report, names.getOrDefault(report.authorityId(), ""), known);
    }

    private ReportSummary summary(Report report, String authority, KnownRegimes known) {
        Punctuality punctuality = punctuality(report);
        return new ReportSummary(
                report.id(),
                new AuthorityRef(report.authorityId(), authority),
                report.regime(),
                report.period(),
                known.periods().label(report.period()),
                report.state(),
                numberAndSymbol(report, ReportContents.form(report, known)),
                report.dueOn(),
                report.dueCalendar().orElse(null),
                report.isDueProvisional(),
                report.dueMovedFrom().orElse(null),
                report.firstSentOn(),
                punctuality.inTime(),
                punctuality.lateByDays());
    }

    private Punctuality punctuality(Report report) {
        return Punctuality.of(report.dueOn(), report.firstSentOn(), LocalDate.now(clock));
    }

    private AuthorityRef authority(UUID id) {
        return new AuthorityRef(id, authorities.name(id).orElse(""));
    }

    private static String numberAndSymbol(Report report, ReportForm form) {
        return report.number()
                .map(number -> numberAndSymbol(number, form.documentSymbol()))
                .orElse(null);
    }

    /** As printed, e.g. {@code 05/BC-UBND}. */
    static String numberAndSymbol(int number, String symbol) {
        return "%02d/%s".formatted(number, symbol);
    }

    private List<UnprintableCharacter> unprintable(Report report, ReportData data, List<SectionView> sections) {
        Map<String, String> texts = new LinkedHashMap<>();
        sections.forEach(section -> texts.put(section.code(), section.text()));
        return documents.unprintable(contents.draft(report, data, texts)).stream()
                .limit(Bounds.LAST_SHOWN)
                .map(point -> UnprintableCharacter.of(point, texts))
                .toList();
    }

    private static List<SectionView> live(Report report, ReportData data) {
        Narrative narrative = new Narrative(data);
        Map<String, WrittenSection> written = report.sections();
        return data.form().outline().stream()
                .map(section -> live(section, narrative.propose(section), written.get(section.code())))
                .toList();
    }

    private static SectionView live(Section section, String proposal, WrittenSection written) {
        return written == null
                ? new SectionView(
                        section.code(),
                        section.label(),
                        section.title(),
                        proposal,
                        SectionView.Origin.PROPOSED,
                        false,
                        null,
                        null,
                        null)
                : new SectionView(
                        section.code(),
                        section.label(),
                        section.title(),
                        written.text(),
                        SectionView.Origin.EDITED,
                        !written.proposal().equals(proposal),
                        proposal,
                        written.editedBy(),
                        written.editedAt().atZoneSameInstant(VietnamTime.ZONE).toOffsetDateTime());
    }

    private static List<SectionView> frozen(ReportForm form, Map<String, String> texts) {
        return form.outline().stream()
                .map(section -> new SectionView(
                        section.code(),
                        section.label(),
                        section.title(),
                        texts.getOrDefault(section.code(), ""),
                        SectionView.Origin.FROZEN,
                        false,
                        null,
                        null,
                        null))
                .toList();
    }
}
