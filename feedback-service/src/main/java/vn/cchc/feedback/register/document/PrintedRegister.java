package vn.cchc.feedback.register.document;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.cchc.feedback.document.IssuerName;
import vn.cchc.feedback.register.RegisterEntry;
import vn.cchc.platform.text.PrintedDay;

/**
 * The register as it is printed: what stands above it, its lines, and what stands beneath. Paper and spreadsheet are made of it, so
 * that they say the same.
 *
 * @param issuer the authority in capitals, one line per element
 * @param period of which it is
 * @param standing as of when
 * @param moment of that standing; written into the file as its time
 */
public record PrintedRegister(
        List<String> issuer, String period, String standing, OffsetDateTime moment, PrintedLines lines, int lost) {

    static final String TITLE = "SỔ THEO DÕI PHẢN ÁNH, KIẾN NGHỊ";
    static final String DATE = "Ngày …… tháng …… năm ………";
    static final String KEEPER = "NGƯỜI LẬP SỔ";
    static final String HEAD = "THỦ TRƯỞNG CƠ QUAN";
    static final String TO_SIGN = "(Ký, ghi rõ họ tên)";
    static final String TO_SEAL = "(Ký tên, đóng dấu)";

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy", Locale.ROOT);

    public PrintedRegister {
        issuer = List.copyOf(issuer);
    }

    /** Takes the entries one by one, so that they need not be in memory at once. */
    public static final class Builder {

        private final boolean severalYears;
        private final PrintedLines.Writer lines = new PrintedLines.Writer();
        private int lost;

        /** @param severalYears whether there are numbers of several years */
        public Builder(boolean severalYears) {
            this.severalYears = severalYears;
        }

        public void add(RegisterEntry entry) {
            lines.add(Stream.of(RegisterColumn.values())
                    .map(column -> column.of(entry, severalYears))
                    .toList());
            if (entry.lost()) {
                lost++;
            }
        }

        public int count() {
            return lines.count();
        }

        /**
         * As of a moment of the present day.
         *
         * @param authority its name
         * @param period see {@link #ofYear} and {@link #ofDays}
         */
        public PrintedRegister now(String authority, String period, OffsetDateTime now) {
            return new PrintedRegister(
                    new IssuerName(authority).letterhead(),
                    period,
                    "(Theo số liệu đến " + MINUTE.format(now) + ")",
                    now.truncatedTo(ChronoUnit.MINUTES),
                    lines.end(),
                    lost);
        }

        /** @param end the first moment after the day */
        public PrintedRegister atEndOf(String authority, String period, LocalDate day, OffsetDateTime end) {
            return new PrintedRegister(
                    new IssuerName(authority).letterhead(),
                    period,
                    "(Theo số liệu đến hết ngày " + PrintedDay.inFigures(day) + ")",
                    end,
                    lines.end(),
                    lost);
        }
    }

    public static String ofYear(int year) {
        return "Năm " + year;
    }

    /** By day of entry, both inclusive. */
    public static String ofDays(LocalDate first, LocalDate last) {
        return "Vào sổ từ ngày " + PrintedDay.inFigures(first) + " đến ngày " + PrintedDay.inFigures(last);
    }

    /** "Tổng cộng: 12 số, trong đó 1 số bị mất." */
    String total() {
        return "Tổng cộng: " + lines.count() + " số" + (lost == 0 ? "." : ", trong đó " + lost + " số bị mất.");
    }

    /** Equal where the files are equal, but for their format and layout. */
    public String fingerprint() {
        return String.join("|", issuer) + "|" + period + "|" + standing + "|" + lost + "|" + lines.digest();
    }
}
