package vn.cchc.platform.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a cell is shown (ECMA-376 part 1, 18.8.31), in the signs of Vietnam: a dot between thousands, a comma before decimals, the day
 * before the month. A format has up to four sections: of positive and negative numbers, zero, and texts, or of numbers for which
 * a condition holds. Decimals that the format would hide are shown, and so is the sign of a negative number and any number but zero:
 * nothing is lost.
 */
final class DisplayFormat {

    /** Sections of numbers; that of texts is the fourth. */
    private static final int OF_NUMBERS = 3;

    private static final Pattern CONDITION = Pattern.compile("\\[(<=|>=|<>|<|>|=)([+-]?\\d{1,15}(?:\\.\\d{1,15})?)]");

    /** Numbers and texts as they are. */
    static final DisplayFormat GENERAL = of("General");

    private static final LocalDateTime EPOCH = LocalDateTime.of(1899, 12, 30, 0, 0);
    /** Of the date system of old Macintosh computers (18.17.4.1). */
    private static final LocalDateTime EPOCH_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);
    /** The serial number behind 29 February 1900, which that date system has and the calendar has not. */
    private static final int MARCH_1900 = 61;
    /** The serial number of 1 January 10000. */
    private static final int END = 2_958_466;

    private static final int SECONDS_OF_DAY = 86_400;

    /**
     * A section of numbers.
     *
     * @param holds for which numbers it is
     * @param negative whether it is for negative numbers alone, which then stand without their sign
     */
    private record Section(FormatCode code, Predicate<BigDecimal> holds, boolean negative) {}

    private final List<Section> sections;
    /** Null for texts as they are. */
    private final FormatCode texts;

    private DisplayFormat(List<Section> sections, FormatCode texts) {
        this.sections = sections;
        this.texts = texts;
    }

    static DisplayFormat of(String format) {
        List<String> codes = FormatCode.sections(format);
        List<Section> sections = new ArrayList<>();
        FormatCode texts = null;
        for (int i = 0; i < codes.size(); i++) {
            FormatCode code = FormatCode.of(codes.get(i));
            if (i == OF_NUMBERS || (code.shows() == FormatCode.Shows.TEXTS && i == codes.size() - 1)) {
                texts = code;
            }
        }
        int last = Math.min(codes.size(), OF_NUMBERS) - (texts == null || codes.size() > OF_NUMBERS ? 0 : 1);
        for (int i = 0; i < last; i++) {
            sections.add(section(codes.get(i), i, last));
        }
        return new DisplayFormat(List.copyOf(sections), texts);
    }

    /** By its condition; otherwise by its place: the last is for all other numbers. */
    private static Section section(String code, int place, int sections) {
        Matcher condition = CONDITION.matcher(code);
        FormatCode read = FormatCode.of(code);
        if (condition.find()) {
            BigDecimal bound = new BigDecimal(condition.group(2));
            boolean negative = condition.group(1).equals("<") ? bound.signum() <= 0 : bound.signum() < 0;
            return new Section(
                    read,
                    number -> holds(number.compareTo(bound), condition.group(1)),
                    negative
                            && !condition.group(1).startsWith(">")
                            && !condition.group(1).equals("<>"));
        }
        if (place == 1 && sections > 1) {
            return sections == 2
                    ? new Section(read, number -> true, true)
                    : new Section(read, number -> number.signum() < 0, true);
        }
        boolean first = place == 0 && sections > 1;
        return new Section(read, number -> !first || number.signum() > (sections == 2 ? -1 : 0), false);
    }

    private static boolean holds(int comparison, String operator) {
        return switch (operator) {
            case "<" -> comparison < 0;
            case "<=" -> comparison <= 0;
            case ">" -> comparison > 0;
            case ">=" -> comparison >= 0;
            case "=" -> comparison == 0;
            default -> comparison != 0;
        };
    }

    /**
     * What a cell shows.
     *
     * @param number the number that the text shows; null for a date, a time or a percentage
     * @param moment the day and time, where the text shows a day with its month and year; null for any other number
     */
    record Shown(String text, BigDecimal number, LocalDateTime moment) {

        private Shown(String text, BigDecimal number) {
            this(text, number, null);
        }
    }

    Shown show(BigDecimal value, boolean from1904) {
        return sections.stream()
                .filter(section -> section.holds().test(value))
                .findFirst()
                .map(section -> show(value, section, from1904))
                .orElseGet(() -> plain(value));
    }

    private static Shown plain(BigDecimal value) {
        return new Shown(decimal(value, 0, 1, false), value);
    }

    private static Shown show(BigDecimal value, Section section, boolean from1904) {
        FormatCode code = section.code();
        if (code.isDate()) {
            return moment(value, from1904)
                    .map(moment -> new Shown(date(code, moment), null, code.showsDay() ? moment : null))
                    .orElseGet(() -> plain(value));
        }
        return switch (code.shows()) {
            case WORDS -> new Shown(code.before(), null);
            case NOTHING -> value.signum() == 0 ? new Shown("", null) : plain(value);
            case TEXTS -> plain(value);
            case FIGURES -> code.isGeneral() ? plain(value) : figures(value, section);
        };
    }

    /** A zero for which the section has no digit is not shown. */
    private static Shown figures(BigDecimal value, Section section) {
        FormatCode code = section.code();
        BigDecimal shown = value.movePointLeft(3 * code.thousands()).movePointRight(2 * code.percents());
        if (shown.signum() == 0 && code.digits() == 0 && code.decimals() == 0) {
            return new Shown((code.before() + code.after()).strip(), null);
        }
        String figures =
                code.before() + decimal(shown.abs(), code.decimals(), code.digits(), code.grouped()) + code.after();
        boolean signed = section.negative()
                && (code.before().contains("-") || code.before().contains("("));
        return new Shown(
                (shown.signum() < 0 && !signed ? "-" : "") + figures,
                code.percents() > 0 ? null : shown.stripTrailingZeros());
    }

    /** What a cell with a text shows. Where the format would hide it, the text itself. */
    String show(String text) {
        return texts == null || texts.shows() != FormatCode.Shows.TEXTS ? text : texts.before() + text + texts.after();
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

    private static String date(FormatCode code, LocalDateTime moment) {
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
