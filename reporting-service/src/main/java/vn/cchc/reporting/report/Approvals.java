package vn.cchc.reporting.report;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.Session;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.concurrency.ExpectedVersion;
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.numbering.GaplessNumbers;
import vn.cchc.reporting.document.DocumentModel;
import vn.cchc.reporting.figures.FeedbackFigures;
import vn.cchc.reporting.figures.Figure;
import vn.cchc.reporting.figures.Figures;
import vn.cchc.reporting.narrative.ReportData;
import vn.cchc.reporting.narrative.ReportDocument;
import vn.cchc.reporting.regime.KnownRegimes;
import vn.cchc.reporting.regime.Regimes;

/**
 * Approves reports. The document contains its number, and laying it out takes half a second; the number book must not
 * stay locked for that time. The document is therefore composed from one snapshot with the expected number and laid out
 * between two transactions. The second transaction takes the number and stores the document if number and contents are
 * unchanged. Otherwise the attempt is repeated.
 */
@ApplicationScoped
class Approvals {

    /**
     * An attempt fails when a concurrent transaction changes the report or takes the number; ten conflicts in a row are
     * unusual.
     */
    private static final int ATTEMPTS = 10;

    private final ReportAccess access;
    private final ReportContents contents;
    private final Regimes regimes;
    private final SourceCompleteness completeness;
    private final FrozenEditions frozen;
    private final LateEvents lateEvents;
    private final Documents documents;
    private final GaplessNumbers numbers;
    private final Journal journal;
    private final EntityManager entities;
    private final Clock clock;

    Approvals(
            ReportAccess access,
            ReportContents contents,
            Regimes regimes,
            SourceCompleteness completeness,
            FrozenEditions frozen,
            LateEvents lateEvents,
            Documents documents,
            GaplessNumbers numbers,
            Journal journal,
            EntityManager entities,
            Clock clock) {
        this.access = access;
        this.contents = contents;
        this.regimes = regimes;
        this.completeness = completeness;
        this.frozen = frozen;
        this.lateEvents = lateEvents;
        this.documents = documents;
        this.numbers = numbers;
        this.journal = journal;
        this.entities = entities;
        this.clock = clock;
    }

    /** Everything frozen by approval; equal contents give the same document. */
    private record Contents(
            long version,
            int number,
            String title,
            Map<String, String> texts,
            List<Figure> figures,
            Optional<Incompleteness> incompleteness,
            DocumentModel model) {

        long figure(String code) {
            return new Figures(figures).number(code);
        }
    }

    /** What is to be approved, and by whom. */
    private record Order(
            UUID id, ExpectedVersion expected, Optional<String> reason, AuthorityScope scope, Caller who) {}

    private record LaidOut(Contents contents, FrozenEditions.Document document) {}

    /** The contents or the number have changed since the layout. */
    private static final class Outdated extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Outdated() {
            super("A report, its figures or its number have moved while it was laid out", null, false, false);
        }
    }

    /**
     * @param reason why incomplete figures are approved
     * @param laidOut run after each layout, which neither waits nor holds a connection
     * @param once wraps the work inside its transaction; it may return the stored first response instead
     * @throws Problem 404, 409, 412, 422, 428 as documented at the resource; 503 when all attempts conflicted
     */
    <A> A approve(
            UUID id,
            ExpectedVersion expected,
            Optional<String> reason,
            AuthorityScope scope,
            Caller who,
            Runnable laidOut,
            Function<Supplier<Report>, A> once) {
        Order order = new Order(id, expected, reason, scope, who);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<LaidOut> prepared =
                    QuarkusTransaction.requiringNew().call(() -> prepare(order)).map(this::layOut);
            prepared.ifPresent(done -> laidOut.run());
            try {
                return QuarkusTransaction.requiringNew().call(() -> once.apply(() -> freeze(order, prepared)));
            } catch (Outdated e) {
                // Retried with the current contents.
            }
        }
        throw Problem.unavailable();
    }

    /**
     * @return empty if the request will be rejected or answered from the stored response, so that no layout is needed
     */
    private Optional<Contents> prepare(Order order) {
        readOneSnapshot();
        Report report = access.ownUnlocked(order.id(), order.scope());
        LocalDate today = LocalDate.now(clock);
        if (!order.expected().matches(report.version()) || !report.isApprovable(today)) {
            return Optional.empty();
        }
        List<MissingSource> missing = completeness.missing(report);
        if (!missing.isEmpty() && order.reason().isEmpty()) {
            return Optional.empty();
        }
        KnownRegimes known = regimes.known();
        String book = ReportContents.form(report, known).documentSymbol();
        int number = report.number().orElseGet(() -> numbers.expected(report.authorityId(), today.getYear(), book));
        return Optional.of(compose(report, known, number, today, order, missing));
    }

    /** All queries of this transaction read one snapshot; call it before the first of them. */
    private void readOneSnapshot() {
        entities.unwrap(Session.class).doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            }
        });
    }

    /** Drops the reason if the sources are complete. */
    private static Optional<Incompleteness> incompleteness(Optional<String> reason, List<MissingSource> missing) {
        return missing.isEmpty() ? Optional.empty() : reason.map(why -> new Incompleteness(why, missing));
    }

    private Contents compose(
            Report report, KnownRegimes known, int number, LocalDate today, Order order, List<MissingSource> missing) {
        Optional<Incompleteness> incompleteness = incompleteness(order.reason(), missing);
        ReportData data = contents.of(report, known);
        Map<String, String> texts = contents.texts(report, data);
        ReportDocument.Issue issue =
                new ReportDocument.Issue(number, today, order.who().name(), incompleteness.map(Incompleteness::remark));
        return new Contents(
                report.version(),
                number,
                data.subject(),
                texts,
                data.figures().all(),
                incompleteness,
                new ReportDocument(data).compose(texts, Optional.of(issue), report.edition()));
    }

    private LaidOut layOut(Contents contents) {
        return new LaidOut(contents, documents.layOut(contents.model(), OffsetDateTime.now(clock)));
    }

    private Report freeze(Order order, Optional<LaidOut> prepared) {
        Report report = access.own(order.id(), order.scope());
        order.expected().require(report.version());
        LocalDate today = LocalDate.now(clock);
        report.requireApprovable(today);
        List<MissingSource> missing = completeness.missing(report);
        if (!missing.isEmpty() && order.reason().isEmpty()) {
            throw SourceCompleteness.refusal(report, missing);
        }
        LaidOut laidOut = prepared.orElseThrow(Outdated::new);
        Contents frozenContents = laidOut.contents();
        KnownRegimes known = regimes.known();
        if (!compose(report, known, frozenContents.number(), today, order, missing)
                .equals(frozenContents)) {
            throw new Outdated();
        }
        freeze(report, known, laidOut, today, order.who());
        return report;
    }

    private void freeze(Report report, KnownRegimes known, LaidOut laidOut, LocalDate today, Caller who) {
        Contents approved = laidOut.contents();
        OffsetDateTime now = OffsetDateTime.now(clock);
        LocalDate countedFrom = contents.countedFrom(report);
        frozen.add(
                report.id(),
                new FrozenEditions.Approval(
                        report.edition(), now, today, who.name(), countedFrom, approved.incompleteness()),
                laidOut.document(),
                approved.title(),
                approved.texts(),
                approved.figures());
        lateEvents.remember(report, countedFrom);
        if (report.number().isEmpty() && takeNumber(report, known, today) != approved.number()) {
            throw new Outdated();
        }
        report.approve(
                approved.number(),
                today,
                approved.figure(FeedbackFigures.ANSWERED),
                approved.figure(FeedbackFigures.IN_TIME),
                now);
        journal.append(() -> ReportEvent.change(
                report,
                ReportTransition.APPROVE,
                who,
                approved.incompleteness().map(Incompleteness::reason).orElse(null)));
    }

    /** Locks the number book until commit. */
    private int takeNumber(Report report, KnownRegimes known, LocalDate today) {
        return numbers.next(
                report.authorityId(),
                today.getYear(),
                ReportContents.form(report, known).documentSymbol());
    }
}
