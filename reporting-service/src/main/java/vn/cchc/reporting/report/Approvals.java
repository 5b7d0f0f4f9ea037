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
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.http.IfMatch;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.http.RequestDeadline;
import vn.cchc.platform.numbering.GaplessNumbers;
import vn.cchc.reporting.document.DocumentModel;
import vn.cchc.reporting.figures.FeedbackFigures;
import vn.cchc.reporting.figures.Figure;
import vn.cchc.reporting.figures.Figures;
import vn.cchc.reporting.narrative.ReportData;
import vn.cchc.reporting.narrative.ReportDocument;

/**
 * Approves reports. The document bears its number, and laying it out takes half a second, in which nobody may have to wait for
 * the number book: so it is composed from one snapshot with the number that is expected and laid out between two transactions;
 * the second one takes the number and stores the document if everything in it is still so. Otherwise it starts over.
 */
@ApplicationScoped
class Approvals {

    /** Each time somebody else has gone ahead; more of them at once on one report or one book is not usual. */
    private static final int ATTEMPTS = 10;

    private final ReportAccess access;
    private final ReportContents contents;
    private final SourceCompleteness completeness;
    private final FrozenEditions frozen;
    private final LateEvents lateEvents;
    private final RequestDeadline deadline;
    private final Documents documents;
    private final GaplessNumbers numbers;
    private final Journal journal;
    private final EntityManager entities;
    private final CurrentCaller caller;
    private final Clock clock;

    Approvals(
            ReportAccess access,
            ReportContents contents,
            SourceCompleteness completeness,
            FrozenEditions frozen,
            LateEvents lateEvents,
            RequestDeadline deadline,
            Documents documents,
            GaplessNumbers numbers,
            Journal journal,
            EntityManager entities,
            CurrentCaller caller,
            Clock clock) {
        this.access = access;
        this.contents = contents;
        this.completeness = completeness;
        this.frozen = frozen;
        this.lateEvents = lateEvents;
        this.deadline = deadline;
        this.documents = documents;
        this.numbers = numbers;
        this.journal = journal;
        this.entities = entities;
        this.caller = caller;
        this.clock = clock;
    }

    /** Everything that approval freezes: what is equal in this is the same document. */
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

    private record LaidOut(Contents contents, FrozenEditions.Document document) {}

    /** The contents or the number are no longer what was laid out. */
    private static final class Outdated extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Outdated() {
            super("A report, its figures or its number have moved while it was laid out", null, false, false);
        }
    }

    /**
     * @param reason why the figures are approved although they are not complete
     * @param once goes around the work inside its transaction; it may answer from the first time instead
     * @throws Problem 404, 409, 412, 422, 428 as documented at the resource; 503 when it has lost every race
     */
    <A> A approve(UUID id, IfMatch ifMatch, Optional<String> reason, Function<Supplier<Report>, A> once) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<LaidOut> prepared = QuarkusTransaction.requiringNew()
                    .call(() -> prepare(id, ifMatch, reason))
                    .map(this::layOut);
            try {
                return QuarkusTransaction.requiringNew()
                        .call(() -> once.apply(() -> freeze(id, ifMatch, reason, prepared)));
            } catch (Outdated e) {
                // Laid out anew from what is so now.
            }
        }
        throw Problem.unavailable();
    }

    /** @return empty where it will be refused, or answered from the first time: nothing has to be laid out for that */
    private Optional<Contents> prepare(UUID id, IfMatch ifMatch, Optional<String> reason) {
        readOneSnapshot();
        Report report = access.ownUnlocked(id);
        LocalDate today = LocalDate.now(clock);
        if (!ifMatch.matches(report.version()) || !report.isApprovable(today)) {
            return Optional.empty();
        }
        List<MissingSource> missing = completeness.missing(report);
        if (!missing.isEmpty() && reason.isEmpty()) {
            return Optional.empty();
        }
        String book = contents.form(report).documentSymbol();
        int number = report.number().orElseGet(() -> numbers.expected(report.authorityId(), today.getYear(), book));
        return Optional.of(compose(report, number, today, incompleteness(reason, missing)));
    }

    /** All queries of this transaction see the same moment; to be called before the first of them. */
    private void readOneSnapshot() {
        entities.unwrap(Session.class).doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            }
        });
    }

    /** A reason that turns out not to be needed is not kept. */
    private static Optional<Incompleteness> incompleteness(Optional<String> reason, List<MissingSource> missing) {
        return missing.isEmpty() ? Optional.empty() : reason.map(why -> new Incompleteness(why, missing));
    }

    private Contents compose(Report report, int number, LocalDate today, Optional<Incompleteness> incompleteness) {
        ReportData data = contents.of(report);
        Map<String, String> texts = contents.texts(report, data);
        ReportDocument.Issue issue = new ReportDocument.Issue(
                number, today, caller.get().name(), incompleteness.map(Incompleteness::remark));
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
        LaidOut laidOut = new LaidOut(contents, documents.layOut(contents.model(), OffsetDateTime.now(clock)));
        deadline.beginAnew();
        return laidOut;
    }

    private Report freeze(UUID id, IfMatch ifMatch, Optional<String> reason, Optional<LaidOut> prepared) {
        Report report = access.own(id);
        ifMatch.require(report.version());
        LocalDate today = LocalDate.now(clock);
        report.requireApprovable(today);
        List<MissingSource> missing = completeness.missing(report);
        if (!missing.isEmpty() && reason.isEmpty()) {
            throw SourceCompleteness.refusal(report, missing);
        }
        LaidOut laidOut = prepared.orElseThrow(Outdated::new);
        Contents frozenContents = laidOut.contents();
        if (!compose(report, frozenContents.number(), today, incompleteness(reason, missing))
                .equals(frozenContents)) {
            throw new Outdated();
        }
        freeze(report, laidOut, today);
        return report;
    }

    private void freeze(Report report, LaidOut laidOut, LocalDate today) {
        Contents approved = laidOut.contents();
        OffsetDateTime now = OffsetDateTime.now(clock);
        LocalDate countedFrom = contents.countedFrom(report);
        frozen.add(
                report.id(),
                new FrozenEditions.Approval(
                        report.edition(), now, today, caller.get().name(), countedFrom, approved.incompleteness()),
                laidOut.document(),
                approved.title(),
                approved.texts(),
                approved.figures());
        lateEvents.remember(report, countedFrom);
        if (report.number().isEmpty() && takeNumber(report, today) != approved.number()) {
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
                caller.get(),
                approved.incompleteness().map(Incompleteness::reason).orElse(null)));
    }

    /** Others wait for the book from here to the commit. */
    private int takeNumber(Report report, LocalDate today) {
        return numbers.next(
                report.authorityId(), today.getYear(), contents.form(report).documentSymbol());
    }
}
