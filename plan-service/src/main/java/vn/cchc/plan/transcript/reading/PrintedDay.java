package vn.cchc.plan.transcript.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day as documents print it: "ngày 24 tháng 12 năm 2020", "ngày 24/12/2020". */
final class PrintedDay {

    private static final Pattern YEAR = Pattern.compile("[Nn]ăm[\\s.…]*[0-9]*");

    private PrintedDay() {}

    /** The first day in a text; empty where there is none, or a part of it is left to be filled in. */
    static Optional<LocalDate> in(String text) {
        String[] words = Words.of(text).split(" ", -1);
        for (int i = 0; i + 3 < words.length; i++) {
            if (!words[i].equals("ngay")) {
                continue;
            }
            boolean spelled = i + 5 < words.length && words[i + 2].equals("thang") && words[i + 4].equals("nam");
            Optional<LocalDate> day = spelled
                    ? day(words[i + 1], words[i + 3], words[i + 5])
                    : day(words[i + 1], words[i + 2], words[i + 3]);
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }

    /** Where the year of a line of place and day ends. */
    static int end(String line) {
        Matcher matcher = YEAR.matcher(line);
        int day = Math.max(line.toLowerCase(Locale.ROOT).lastIndexOf("ngày"), 0);
        return matcher.find(Math.min(day, line.length())) ? matcher.end() : line.length();
    }

    /** Whether it is a line of place and day, and no reference to another document. */
    static boolean isOfSigning(String text) {
        int day = text.toLowerCase(Locale.ROOT).indexOf("ngày");
        String before = day < 0 ? text : text.substring(0, day);
        return isLine(text)
                && !before.contains("(")
                && !before.contains("/")
                && !Words.haveOne(Words.of(before), "so", "can cu", "kem theo", "theo", "quyet dinh", "nghi quyet");
    }

    /** Whether it is a line of place and day, be the day filled in or not: "Thượng Lộ, ngày    tháng 12 năm 2020". */
    static boolean isLine(String text) {
        String words = Words.of(text);
        return Words.haveOne(words, "ngay") && Words.haveOne(words, "thang") && Words.haveOne(words, "nam");
    }

    private static Optional<LocalDate> day(String day, String month, String year) {
        if (!isNumber(day, 2) || !isNumber(month, 2) || !isNumber(year, 4) || year.length() != 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isNumber(String word, int longest) {
        return !word.isEmpty() && word.length() <= longest && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
