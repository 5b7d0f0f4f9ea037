package vn.cchc.plan.transcript.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * How a number is shown (ECMA-376 part 1, 18.8.31), in the signs of Vietnam: a dot between thousands, a comma before decimals, the day
 * before the month. Decimals that the format would hide are shown: nothing is lost. Of a format for positive and negative numbers
 * the first is used.
 */
final class DisplayFormat {

    /** Numbers as they are. */
    static final DisplayFormat GENERAL = new DisplayFormat(FormatCode.GENERAL);

    private static final LocalDateTime EPOCH = LocalDateTime.of(1899, 12, 30, 0, 0);
    /** Of the date system of old Macintosh computers (18.17.4.1). */
    private static final LocalDateTime EPOCH_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);
    /** The serial number behind 29 February 1900, which that date system has and the calendar has not. */
    private static final int MARCH_1900 = 61;
    /** The serial number of 1 January 10000. */
    private static final int END = 2_958_466;

    private static final int SECONDS_OF_DAY = 86_400;

    private final FormatCode code;

    private DisplayFormat(FormatCode code) {
        this.code = code;
    }

    static DisplayFormat of(String code) {
        return new DisplayFormat(FormatCode.of(code));
    }

    /**
     * What a cell shows.
     *
     * @param number the number that the text shows; null for a date, a time or a percentage
     */
    record Shown(String text, BigDecimal number) {}

    Shown show(BigDecimal value, boolean from1904) {
        if (code.isDate()) {
            Optional<LocalDateTime> moment = moment(value, from1904);
            if (moment.isPresent()) {
                return new Shown(date(moment.get()), null);
            }
        }
        if (code.isDate() || code.isGeneral()) {
            return new Shown(decimal(value, 0, 1, false), value);
        }
        BigDecimal shown = value.movePointLeft(3 * code.thousands()).movePointRight(2 * code.percents());
        String figures =
                code.before() + decimal(shown.abs(), code.decimals(), code.digits(), code.grouped()) + code.after();
        return new Shown(
                (shown.signum() < 0 ? "-" : "") + figures, code.percents() > 0 ? null : shown.stripTrailingZeros());
    }

    /** The day and time of a serial number; empty for one that is none. */
    private static Optional<LocalDateTime> moment(BigDecimal serial, boolean from1904) {
        if (serial.signum() < 0 || serial.compareTo(BigDecimal.valueOf(END)) >= 0) {
            return Optional.empty();
        }
        long days = serial.longValue();
        long seconds = serial.subtract(BigDecimal.valueOf(days))
                .multiply(BigDecimal.valueOf(SECONDS_OF_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        LocalDateTime epoch = from1904 ? EPOCH_1904 : EPOCH;
        boolean shifted = !from1904 && days < MARCH_1900 - 1;
        return Optional.of(epoch.plusDays(shifted ? days + 1 : days).plusSeconds(seconds));
    }

    private String date(LocalDateTime moment) {
        return moment.format(DateTimeFormatter.ofPattern(code.pattern(), Locale.ROOT));
    }

    /** All decimals, and at least these; at least these digits before them. */
    private static String decimal(BigDecimal value, int decimals, int digits, boolean grouped) {
        BigDecimal exact = value.stripTrailingZeros();
        String plain =
                exact.setScale(Math.max(Math.max(exact.scale(), 0), decimals)).toPlainString();
        boolean negative = plain.startsWith("-");
        int dot = plain.indexOf('.');
        StringBuilder whole = new StringBuilder(plain.substring(negative ? 1 : 0, dot < 0 ? plain.length() : dot));
        while (whole.length() < digits) {
            whole.insert(0, '0');
        }
        if (grouped) {
            for (int at = whole.length() - 3; at > 0; at -= 3) {
                whole.insert(at, '.');
            }
        }
        return (negative ? "-" : "") + whole + (dot < 0 ? "" : "," + plain.substring(dot + 1));
    }
}
