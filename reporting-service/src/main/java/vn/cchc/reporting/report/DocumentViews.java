package vn.cchc.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.database.ReadTransaction;
import vn.cchc.platform.files.FileContent;
import vn.cchc.platform.http.Problem;
import vn.cchc.reporting.document.DocumentModel;
import vn.cchc.reporting.narrative.ReportData;

/** Reports as documents: the draft as it is now, an approved edition as it was laid out. */
@ApplicationScoped
class DocumentViews {

    private final ReportAccess access;
    private final ReportContents contents;
    private final FrozenEditions frozen;
    private final Documents documents;
    private final DraftPdfs draftPdfs;

    DocumentViews(
            ReportAccess access,
            ReportContents contents,
            FrozenEditions frozen,
            Documents documents,
            DraftPdfs draftPdfs) {
        this.access = access;
        this.contents = contents;
        this.frozen = frozen;
        this.documents = documents;
        this.draftPdfs = draftPdfs;
    }

    /**
     * A report in one form.
     *
     * @param tag equal tags imply equal content
     * @param since last modification; unknown for a draft
     * @param content produced or read when it is sent
     */
    record Document(String fileName, String tag, Optional<Instant> since, FileContent content) {}

    /** A report in both forms. */
    private record Forms(
            String name, Optional<Instant> since, String pdfTag, FileContent pdf, String htmlTag, FileContent html) {}

    /**
     * The report as PDF/A.
     *
     * @param edition an approved one; the present state when empty
     * @throws Problem 404 when there is no such report or edition in scope
     */
    Document pdf(UUID id, Optional<Integer> edition, AuthorityScope scope) {
        Forms forms = forms(id, edition, scope);
        return new Document(forms.name() + ".pdf", forms.pdfTag(), forms.since(), forms.pdf());
    }

    /**
     * The report as HTML.
     *
     * @param edition an approved one; the present state when empty
     * @throws Problem 404 when there is no such report or edition in scope
     */
    Document html(UUID id, Optional<Integer> edition, AuthorityScope scope) {
        Forms forms = forms(id, edition, scope);
        return new Document(forms.name() + ".html", forms.htmlTag(), forms.since(), forms.html());
    }

    private Forms forms(UUID id, Optional<Integer> wanted, AuthorityScope scope) {
        return ReadTransaction.call(() -> {
            ReportAccess.Seen seen = access.seen(id, scope);
            if (wanted.isPresent() && !seen.has(wanted.get())) {
                throw Problem.notFound();
            }
            return wanted.isEmpty() && seen.isLive()
                    ? draft(seen.report())
                    : approved(seen.report(), wanted.orElseGet(seen::frozenEdition));
        });
    }

    /** The tag of a draft's PDF is made of that of its HTML: equal HTML gives an equal PDF. */
    private Forms draft(Report report) {
        ReportData data = contents.of(report);
        DocumentModel model = contents.draft(report, data);
        String html = documents.html(model);
        String tag = Documents.sha256(html);
        return new Forms(
                "Dự thảo báo cáo " + data.subject().toLowerCase(Locale.forLanguageTag("vi")),
                Optional.empty(),
                tag + "-pdf",
                new FileContent.Made(
                        () -> draftPdfs.get(report.id() + tag, () -> documents.pdf(model, report.createdAt()))),
                tag,
                utf8(() -> html));
    }

    private Forms approved(Report report, int edition) {
        FrozenEditions.Pdf pdf = frozen.pdf(report.id(), edition);
        String number = "%02d-%s"
                .formatted(report.number().orElse(0), contents.form(report).documentSymbol());
        return new Forms(
                "Báo cáo " + number + " " + report.regime() + " " + report.period()
                        + (edition > 1 ? " bản " + edition : ""),
                Optional.of(pdf.approvedAt()),
                pdf.sha256(),
                pdf.content(),
                pdf.sha256() + "-html",
                utf8(() -> frozen.html(report.id(), edition)));
    }

    private static FileContent utf8(Supplier<String> text) {
        return new FileContent.Made(() -> text.get().getBytes(StandardCharsets.UTF_8));
    }
}
