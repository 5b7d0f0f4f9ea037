package vn.cchc.feedback.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import org.hibernate.Session;
import vn.cchc.feedback.authority.KnownAuthority;
import vn.cchc.feedback.handling.Sight;
import vn.cchc.feedback.register.document.PrintedRegister;
import vn.cchc.feedback.register.document.RegisterPdf;
import vn.cchc.feedback.register.document.RegisterSheet;
import vn.cchc.platform.database.ReadTransaction;
import vn.cchc.platform.files.Download;
import vn.cchc.platform.files.FileContent;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.text.PrintedDay;
import vn.cchc.platform.time.VietnamTime;

/** The register as a file that people print or sort. Read from one snapshot; laid out after its transaction, when it is sent. */
@ApplicationScoped
class RegisterDocuments {

    /** Part of each tag: files of another layout are other bytes. */
    private static final int LAYOUT = 1;

    /** Lines of one file: some 3,000 pages, which take some 40 MB of memory while they are written. */
    static final int MOST = 10_000;

    private final RegisterViews views;
    private final EntityManager entities;
    private final Clock clock;

    RegisterDocuments(RegisterViews views, EntityManager entities, Clock clock) {
        this.views = views;
        this.entities = entities;
        this.clock = clock;
    }

    /** The file format of the register. */
    enum Format {
        PDF(RegisterPdf.MEDIA_TYPE, ".pdf"),
        XLSX(RegisterSheet.MEDIA_TYPE, ".xlsx");

        private final String mediaType;
        private final String ending;

        Format(String mediaType, String ending) {
            this.mediaType = mediaType;
            this.ending = ending;
        }

        private byte[] file(PrintedRegister register) {
            return switch (this) {
                case PDF -> RegisterPdf.of(register);
                case XLSX -> RegisterSheet.of(register);
            };
        }
    }

    /**
     * The register as a file. That of a past day is the same, byte for byte, whenever it is made, until a sender is changed or erased.
     *
     * @throws Problem 422 for parameters that do not go together, and for more than {@value #MOST} lines
     */
    Download of(RegisterFilters filters, Sight sight, Format format) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        RegisterSpan span = RegisterSpan.of(filters, VietnamTime.dayOf(now));
        PrintedRegister register = ReadTransaction.call(() -> {
            readOneSnapshot();
            return printed(span, sight, VietnamTime.local(now));
        });
        return new Download(
                format.mediaType,
                fileName(span) + format.ending,
                Download.Disposition.ATTACHMENT,
                tag(register, format),
                Optional.empty(),
                new FileContent.Made(() -> format.file(register)));
    }

    private PrintedRegister printed(RegisterSpan span, Sight sight, OffsetDateTime now) {
        PrintedRegister.Builder builder = new PrintedRegister.Builder(span.firstYear() != span.lastYear());
        views.each(span, sight, entry -> {
            if (builder.count() == MOST) {
                throw Problem.invalid(
                        span.isWholeYear() ? "year" : "to",
                        "Quá " + MOST + " dòng; hãy chọn khoảng ngày ngắn hơn (from, to).",
                        "More than " + MOST + " lines; choose a shorter span of days (from, to).");
            }
            builder.add(entry);
        });
        String authority =
                views.names(sight.authorityId(), span).map(KnownAuthority::name).orElse("");
        String period = span.days()
                .map(days -> PrintedRegister.ofDays(days.first(), days.last()))
                .orElseGet(() -> PrintedRegister.ofYear(span.firstYear()));
        return span.asOf()
                .map(day ->
                        builder.atEndOf(authority, period, day, span.asOfEnd().orElseThrow()))
                .orElseGet(() -> builder.now(authority, period, now));
    }

    /** All queries of this transaction read one snapshot; call it before the first of them. */
    private void readOneSnapshot() {
        entities.unwrap(Session.class).doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            }
        });
    }

    private static String fileName(RegisterSpan span) {
        String part = span.days()
                .map(days -> "từ " + inFileName(days.first()) + " đến " + inFileName(days.last()))
                .orElseGet(() -> "năm " + span.firstYear());
        return "Sổ theo dõi phản ánh, kiến nghị " + part
                + span.asOf().map(day -> ", số liệu đến " + inFileName(day)).orElse("");
    }

    private static String inFileName(LocalDate day) {
        return PrintedDay.inFigures(day).replace('/', '-');
    }

    private static String tag(PrintedRegister register, Format format) {
        try {
            byte[] shown = (LAYOUT + " " + format + " " + register.fingerprint()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(shown));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
