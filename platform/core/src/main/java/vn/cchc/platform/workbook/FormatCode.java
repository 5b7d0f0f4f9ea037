package vn.cchc.platform.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A section of a format code, read as far as {@link DisplayFormat} shows it.
 *
 * @param shows what it is for
 * @param pattern of {@link java.time.format.DateTimeFormatter}; null for a format of numbers
 * @param before text before the figures
 * @param after text behind them
 * @param digits digits that are shown at least before the decimals
 * @param decimals decimals that are shown at least
 * @param grouped whether thousands are separated
 * @param thousands how often the number is divided by 1,000
 * @param percents how often it is multiplied by 100
 */
record FormatCode(
        Shows shows,
        String pattern,
        String before,
        String after,
        int digits,
        int decimals,
        boolean grouped,
        int thousands,
        int percents) {

    /** What a section is for. */
    enum Shows {
        FIGURES,
        /** Texts of cells, between its own; numbers as they are. */
        TEXTS,
        /** Its own text alone, in place of the number. */
        WORDS,
        /** Nothing: it hides the number. */
        NOTHING
    }

    /** Longer ones no program writes; they are not read. */
    private static final int LONGEST = 255;

    private static final int MOST_PERCENTS = 2;

    /** Literal text in a pattern. */
    private static final Pattern LITERAL = Pattern.compile("'[^']*'");

    static final FormatCode GENERAL = new FormatCode(Shows.FIGURES, null, "", "", -1, 0, false, 0, 0);

    /** A part of a code: literal text, or the same sign repeated. */
    private record Token(boolean literal, String text) {

        boolean is(char sign) {
            return !literal && text.charAt(0) == sign;
        }
    }

    boolean isDate() {
        return pattern != null;
    }

    /** Whether it shows a day with its month and year. */
    boolean showsDay() {
        if (!isDate()) {
            return false;
        }
        String signs = LITERAL.matcher(pattern).replaceAll("");
        return signs.contains("dd") && signs.contains("MM") && signs.contains("uuuu");
    }

    boolean isGeneral() {
        return this.equals(GENERAL);
    }

    /**
     * The sections of a code as they stand there, divided by semicolons outside quotes and brackets; that of numbers as they are for
     * a code that is not read.
     */
    static List<String> sections(String code) {
        if (code.length() > LONGEST) {
            return List.of("General");
        }
        List<String> sections = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < code.length(); i++) {
            switch (code.charAt(i)) {
                case '"' -> i = endOf(code, '"', i);
                case '[' -> i = endOf(code, ']', i);
                case '\\', '_', '*' -> i++;
                case ';' -> {
                    sections.add(code.substring(from, i));
                    from = i + 1;
                }
                default -> {}
            }
        }
        sections.add(code.substring(from));
        return sections;
    }

    /** Where the sign stands next; the end of the code where it does not. */
    private static int endOf(String code, char sign, int from) {
        int end = code.indexOf(sign, from + 1);
        return end < 0 ? code.length() : end;
    }

    /** @param code of a section */
    static FormatCode of(String code) {
        List<Token> tokens = tokens(code);
        boolean fraction = hasFigures(tokens) && tokens.stream().anyMatch(token -> token.is('/'));
        if (fraction || tokens.stream().anyMatch(token -> token.is('g') || token.is('e'))) {
            return GENERAL;
        }
        boolean date = tokens.stream()
                .anyMatch(token ->
                        !token.literal() && "ymdhs".indexOf(token.text().charAt(0)) >= 0);
        return date ? date(tokens) : number(tokens);
    }

    private static boolean hasFigures(List<Token> tokens) {
        return tokens.stream()
                .anyMatch(
                        token -> !token.literal() && "0#?".indexOf(token.text().charAt(0)) >= 0);
    }

    private static List<Token> tokens(String code) {
        List<Token> tokens = new ArrayList<>();
        String lower = code.toLowerCase(Locale.ROOT);
        for (int i = 0; i < code.length(); i++) {
            char sign = lower.charAt(i);
            switch (sign) {
                case '"' -> {
                    int end = endOf(code, '"', i);
                    tokens.add(new Token(true, code.substring(i + 1, end)));
                    i = end;
                }
                case '\\' -> {
                    if (i + 1 < code.length()) {
                        tokens.add(new Token(true, code.substring(i + 1, i + 2)));
                    }
                    i++;
                }
                // The width of a character, and one that fills the cell.
                case '_', '*' -> i++;
                case '[' -> {
                    int end = endOf(code, ']', i);
                    String inside = code.substring(i + 1, end);
                    if (inside.startsWith("$")) {
                        int locale = inside.indexOf('-');
                        tokens.add(new Token(true, inside.substring(1, locale < 0 ? inside.length() : locale)));
                    } else if (inside.equalsIgnoreCase("h") || inside.equalsIgnoreCase("hh")) {
                        tokens.add(new Token(false, "h"));
                    }
                    i = end;
                }
                default -> i = add(tokens, code, lower, i);
            }
        }
        return tokens;
    }

    private static int add(List<Token> tokens, String code, String lower, int at) {
        char sign = lower.charAt(at);
        if ("ymdhsge0#?.,%/@".indexOf(sign) < 0) {
            tokens.add(new Token(true, code.substring(at, at + 1)));
            return at;
        }
        if (lower.startsWith("am/pm", at)) {
            return at + "am/pm".length() - 1;
        }
        if (lower.startsWith("general", at)) {
            tokens.add(new Token(false, "g"));
            return at + "general".length() - 1;
        }
        int end = at + 1;
        while (end < lower.length() && lower.charAt(end) == sign) {
            end++;
        }
        tokens.add(new Token(false, lower.substring(at, end)));
        return end - 1;
    }

    /** Day, month and year as Vietnamese write them, unless words stand between them; then as the format has them. */
    private static FormatCode date(List<Token> tokens) {
        StringBuilder worded = new StringBuilder();
        boolean words = false;
        boolean day = false;
        boolean month = false;
        boolean year = false;
        boolean hour = false;
        boolean second = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            int length = token.text().length();
            if (token.literal() || ".,/".indexOf(token.text().charAt(0)) >= 0) {
                words |= token.text().codePoints().anyMatch(Character::isLetter);
                quote(worded, token.text());
            } else if (token.is('d') && length <= 2) {
                day = true;
                worded.append("dd");
            } else if (token.is('m') && !isMinute(tokens, i)) {
                month = true;
                worded.append("MM");
            } else if (token.is('y')) {
                year = true;
                worded.append("uuuu");
            } else if (token.is('h')) {
                hour = true;
                worded.append("HH");
            } else if (token.is('m')) {
                worded.append("mm");
            } else if (token.is('s')) {
                second = true;
                worded.append("ss");
            }
        }
        if (words) {
            return date(worded.toString().strip());
        }
        List<String> parts = new ArrayList<>();
        if (day) {
            parts.add("dd");
        }
        if (month || day) {
            parts.add("MM");
        }
        if (year || (parts.isEmpty() && !hour && !second)) {
            parts.add("uuuu");
        }
        String time = (hour || second ? "HH:mm" : "") + (second ? ":ss" : "");
        String days = String.join("/", parts);
        return date(days.isEmpty() || time.isEmpty() ? days + time : days + " " + time);
    }

    private static FormatCode date(String pattern) {
        return new FormatCode(Shows.FIGURES, pattern, "", "", 0, 0, false, 0, 0);
    }

    /** Adds literal text to a pattern; two quotes beside each other would be one of the text. */
    private static void quote(StringBuilder pattern, String text) {
        boolean goesOn = !pattern.isEmpty() && pattern.charAt(pattern.length() - 1) == '\'';
        if (!text.isEmpty()) {
            pattern.setLength(goesOn ? pattern.length() - 1 : pattern.length());
            pattern.append(goesOn ? "" : "'").append(text.replace("'", "''")).append('\'');
        }
    }

    /** Beside hours or seconds: "m" is minutes there. */
    private static boolean isMinute(List<Token> tokens, int at) {
        return isBeside(tokens, at, -1, 'h') || isBeside(tokens, at, 1, 's');
    }

    private static boolean isBeside(List<Token> tokens, int at, int step, char sign) {
        int i = at + step;
        while (i >= 0 && i < tokens.size() && tokens.get(i).literal()) {
            i += step;
        }
        return i >= 0 && i < tokens.size() && tokens.get(i).is(sign);
    }

    private static FormatCode words(Shows shows, CharSequence before, CharSequence after) {
        return new FormatCode(shows, null, before.toString(), after.toString(), 0, 0, false, 0, 0);
    }

    /** A code with text between figures is not read: numbers are then shown as they are. */
    private static FormatCode number(List<Token> tokens) {
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        boolean begun = false;
        boolean ofTexts = false;
        boolean decimal = false;
        boolean grouped = false;
        int digits = 0;
        int decimals = 0;
        int percents = 0;
        int commas = 0;
        int scale = 0;
        for (Token token : tokens) {
            char sign = token.literal() ? 0 : token.text().charAt(0);
            switch (sign) {
                case '0', '#', '?' -> {
                    if (!after.isEmpty()) {
                        return GENERAL;
                    }
                    begun = true;
                    grouped |= commas > 0;
                    commas = 0;
                    int zeros = sign == '0' ? token.text().length() : 0;
                    digits += decimal ? 0 : zeros;
                    decimals += decimal ? zeros : 0;
                }
                case ',' -> commas += begun ? token.text().length() : 0;
                case '.' -> {
                    decimal = true;
                    scale += commas;
                    commas = 0;
                }
                case '@' -> ofTexts = true;
                default -> {
                    percents += sign == '%' ? token.text().length() : 0;
                    (begun || ofTexts ? after : before).append(token.text());
                }
            }
        }
        if (!begun && ofTexts) {
            return words(Shows.TEXTS, before, after);
        }
        if (!begun && percents == 0) {
            return words(before.toString().isBlank() ? Shows.NOTHING : Shows.WORDS, before, after);
        }
        if (!begun || percents > MOST_PERCENTS) {
            return GENERAL;
        }
        return new FormatCode(
                Shows.FIGURES,
                null,
                before.toString(),
                after.toString(),
                digits,
                decimals,
                grouped,
                Math.min(scale + commas, 3),
                percents);
    }
}
