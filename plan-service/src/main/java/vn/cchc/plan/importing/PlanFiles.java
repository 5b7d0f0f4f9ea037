package vn.cchc.plan.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.importing.annex.AnnexDocument;
import vn.cchc.plan.importing.annex.AnnexSheet;
import vn.cchc.plan.importing.annex.FindingsSheet;
import vn.cchc.plan.importing.annex.PrintedAnnex;
import vn.cchc.plan.importing.annex.StateWords;
import vn.cchc.plan.plan.FindingView;
import vn.cchc.plan.plan.Plan;
import vn.cchc.plan.plan.PlanRepository;
import vn.cchc.plan.progress.PlanFigures;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.database.ReadTransaction;
import vn.cchc.platform.files.Download;
import vn.cchc.platform.files.FileContent;
import vn.cchc.platform.http.Problem;

/** Plans and drafts as files that people print, pass on and import again. They are made in memory when they are sent. */
@ApplicationScoped
class PlanFiles {

    /** Part of each tag: files of another layout are other bytes. */
    private static final int LAYOUT = 2;

    private final PlanImportRepository imports;
    private final PlanRepository plans;
    private final PlanFigures figures;
    private final ShownReadings readings;
    private final Clock clock;

    PlanFiles(
            PlanImportRepository imports,
            PlanRepository plans,
            PlanFigures figures,
            ShownReadings readings,
            Clock clock) {
        this.imports = imports;
        this.plans = plans;
        this.figures = figures;
        this.readings = readings;
        this.clock = clock;
    }

    /** The file format of an annex. */
    enum Format {
        DOCX(AnnexDocument.MEDIA_TYPE, ".docx"),
        XLSX(AnnexSheet.MEDIA_TYPE, ".xlsx");

        private final String mediaType;
        private final String ending;

        Format(String mediaType, String ending) {
            this.mediaType = mediaType;
            this.ending = ending;
        }

        private byte[] of(PrintedAnnex annex) {
            return switch (this) {
                case DOCX -> AnnexDocument.of(annex);
                case XLSX -> AnnexSheet.of(annex);
            };
        }
    }

    /**
     * The annex of an issued plan as printed.
     *
     * @param body whether the body of the plan stands before it
     * @param state whether the present state of each task is one more column
     * @throws Problem 404 when there is none in scope
     */
    Download ofPlan(UUID id, boolean body, boolean state, Format format, AuthorityScope scope) {
        return ReadTransaction.call(() -> {
            Plan plan = plans.visible(id, scope);
            PlanDocument document = imports.visible(plan.importId(), scope).document();
            Optional<Map<Integer, String>> states =
                    state ? Optional.of(StateWords.of(figures.ofTasks(id, LocalDate.now(clock)))) : Optional.empty();
            return download(document, body, false, states, format);
        });
    }

    /**
     * The annex of an import as it is now; until it is issued it is marked as a draft.
     *
     * @param body whether the body of the plan stands before it
     * @throws Problem 404 when there is none in scope
     */
    Download ofImport(UUID id, boolean body, Format format, AuthorityScope scope) {
        PlanImport seen = imports.visible(id, scope);
        return download(seen.document(), body, seen.state() != ImportState.ISSUED, Optional.empty(), format);
    }

    private static Download download(
            PlanDocument document, boolean body, boolean draft, Optional<Map<Integer, String>> states, Format format) {
        PrintedAnnex annex = PrintedAnnex.of(document.withAmountsAsPrinted(), draft, states);
        String name = body ? "kế hoạch " : "phụ lục kế hoạch ";
        return download(
                draft ? "Dự thảo " + name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                body ? annex.withBody(document) : annex,
                format);
    }

    /**
     * The findings of an import as a spreadsheet, in the order of the import.
     *
     * @throws Problem 404 when there is none in scope
     */
    Download findings(UUID id, AuthorityScope scope) {
        PlanImport seen = imports.visible(id, scope);
        PlanDocument document = seen.document();
        List<FindingView> findings = readings.of(seen).findings();
        return new Download(
                AnnexSheet.MEDIA_TYPE,
                "Điểm cần xem lại " + inFileName(document.header().number()) + Format.XLSX.ending,
                Download.Disposition.ATTACHMENT,
                tag(document, findings),
                Optional.empty(),
                new FileContent.Made(() -> FindingsSheet.of(document, findings)));
    }

    private static Download download(String name, PrintedAnnex annex, Format format) {
        return new Download(
                format.mediaType,
                name + inFileName(annex.head().number()) + format.ending,
                Download.Disposition.ATTACHMENT,
                tag(annex, format),
                Optional.empty(),
                new FileContent.Made(() -> format.of(annex)));
    }

    /** "57/KH-UBND" has a sign that file names must not have. */
    private static String inFileName(String number) {
        return number.replaceAll("[\\\\/:*?\"<>|]", "-");
    }

    /** SHA-256 of all that the file shows: records print every component. */
    private static String tag(Object... shown) {
        try {
            byte[] content = (LAYOUT + List.of(shown).toString()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
