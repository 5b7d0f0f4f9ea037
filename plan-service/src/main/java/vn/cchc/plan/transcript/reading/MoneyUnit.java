package vn.cchc.plan.transcript.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.cchc.platform.text.VietnameseText;

/** Units of money that annexes print. Diacritics count: "đồng" is a unit, the "động" of "hoạt động" is none. */
enum MoneyUnit {
    BILLION(1_000_000_000, "tỷ", "tỉ", "1000000000"),
    MILLION(1_000_000, "triệu", "tr", "1000000"),
    THOUSAND(1_000, "nghìn", "ngàn", "ng", "k", "1000"),
    DONG(1),
    /** Money of a unit that is not known, or of several: no amount is read by it. */
    UNCLEAR(0);

    private static final Set<String> DONG_WORDS = Set.of("đồng", "đ", "vnđ", "vnd");

    /** What may follow "đồng" as part of the unit. */
    private static final Set<String> ENDS = Set.of("", "vn", "việt nam", "chẵn", "việt nam chẵn");

    /** These name a unit at the end of a phrase without "đồng"; the others are also other words ("tỷ lệ"). */
    private static final Set<String> PLAIN = Set.of("triệu", "nghìn", "ngàn");

    private static final Set<String> NUMERALS = Set.of("trăm", "chục", "mười", "vạn");

    /** Words with "đồng" that have nothing to do with money. */
    private static final Pattern OTHER_WORDS = Pattern.compile(
            "(?<!\\p{L})(?:(?:hợp|hội|cộng|tương|bất) đồng|đồng (?:bộ|chí|thời|bào|ý|hành|đều))(?!\\p{L})");

    /** Brackets, colons and the like, and commas that are not within a figure. */
    private static final Pattern ENDS_OF_PHRASES = Pattern.compile("[^\\p{L}\\d\\s.,]+|,(?!\\d)");

    private static final Pattern BETWEEN_THOUSANDS = Pattern.compile("(?<=\\d)[., ](?=\\d{3}(?!\\d))");

    /** Between a figure and its unit, or an abbreviated unit and "đ": "1000đ", "trđ". */
    private static final Pattern JOINS = Pattern.compile(
            "(?<=\\d)(?=\\p{L})|(?<=(?<!\\p{L})(?:tr|ng|tỷ|tỉ|triệu|nghìn|ngàn))(?=(?:đ|đồng|vnđ|vnd)(?!\\p{L}))");

    /** Behind it stands the unit. */
    private static final Pattern MARK =
            Pattern.compile("(?<!\\p{L})(?:đvt|đơn vị tính|đơn vị|tính bằng|tính theo)(?!\\p{L})");

    private final long dong;

    @SuppressWarnings("ImmutableEnumChecker") // from List.of, and never exposed
    private final List<String> names;

    /**
     * @param dong in đồng
     * @param names before "đồng"
     */
    MoneyUnit(long dong, String... names) {
        this.dong = dong;
        this.names = List.of(names);
    }

    long dong() {
        return dong;
    }

    /** The unit that a heading names, or what stands behind a figure; unclear where it is not known, or one of several. */
    static Optional<MoneyUnit> in(String text) {
        Set<MoneyUnit> named = EnumSet.noneOf(MoneyUnit.class);
        boolean dongElsewhere = false;
        for (List<String> phrase : phrases(text)) {
            for (int i = 0; i < phrase.size(); i++) {
                if (DONG_WORDS.contains(phrase.get(i))) {
                    Optional<MoneyUnit> unit = before(phrase, i);
                    unit.ifPresent(named::add);
                    dongElsewhere |= unit.isEmpty();
                } else {
                    alone(phrase, i).ifPresent(named::add);
                }
            }
        }
        if (named.isEmpty()) {
            return dongElsewhere ? Optional.of(UNCLEAR) : Optional.empty();
        }
        return Optional.of(named.size() == 1 ? named.iterator().next() : UNCLEAR);
    }

    /** The unit of "đồng" at this word of a phrase; empty where another word stands before it. */
    private static Optional<MoneyUnit> before(List<String> phrase, int dongAt) {
        if (dongAt == 0) {
            boolean alone = ENDS.contains(String.join(" ", phrase.subList(1, phrase.size())));
            return alone ? Optional.of(DONG) : Optional.empty();
        }
        String name = phrase.get(dongAt - 1);
        Optional<MoneyUnit> unit = byName(name);
        if (unit.isEmpty()) {
            return isNumeral(name) ? Optional.of(UNCLEAR) : Optional.empty();
        }
        return dongAt > 1 && isNumeral(phrase.get(dongAt - 2)) ? Optional.of(UNCLEAR) : unit;
    }

    /** The unit that a word names without "đồng". */
    private static Optional<MoneyUnit> alone(List<String> phrase, int at) {
        String name = phrase.get(at);
        boolean last = at == phrase.size() - 1;
        boolean all = phrase.size() == 1 && !Character.isDigit(name.charAt(0)) && !name.equals("ng");
        if (name.equals("usd")) {
            return Optional.of(UNCLEAR);
        }
        if (!all && !PLAIN.contains(name)) {
            return Optional.empty();
        }
        if (!last) {
            return DONG_WORDS.contains(phrase.get(at + 1)) ? Optional.empty() : Optional.of(UNCLEAR);
        }
        return at > 0 && isNumeral(phrase.get(at - 1)) ? Optional.of(UNCLEAR) : byName(name);
    }

    private static Optional<MoneyUnit> byName(String name) {
        return Arrays.stream(values()).filter(unit -> unit.names.contains(name)).findFirst();
    }

    private static boolean isNumeral(String word) {
        return Character.isDigit(word.charAt(0))
                || NUMERALS.contains(word)
                || byName(word).isPresent();
    }

    /** Whether the text is a unit and nothing else. */
    static boolean is(String text) {
        List<List<String>> phrases = phrases(text);
        if (phrases.size() != 1 || in(text).filter(unit -> unit != UNCLEAR).isEmpty()) {
            return false;
        }
        List<String> phrase = phrases.get(0);
        int end = byName(phrase.get(0)).isPresent() ? 1 : 0;
        if (end < phrase.size() && DONG_WORDS.contains(phrase.get(end))) {
            end++;
        }
        return end > 0 && ENDS.contains(String.join(" ", phrase.subList(end, phrase.size())));
    }

    /** The text in lower case, with one form of "đ". */
    static String lower(String text) {
        return VietnameseText.line(text).toLowerCase(Locale.ROOT).replace('ð', 'đ');
    }

    /** The words of each phrase, of what stands behind "ĐVT" and the like where that is in it. */
    private static List<List<String>> phrases(String text) {
        List<List<String>> phrases = new ArrayList<>();
        String money = OTHER_WORDS.matcher(lower(text)).replaceAll("khác");
        for (String phrase : ENDS_OF_PHRASES.split(money, -1)) {
            String[] behindMarks = MARK.split(phrase, -1);
            String figures = BETWEEN_THOUSANDS
                    .matcher(behindMarks[behindMarks.length - 1])
                    .replaceAll("");
            String words = Words.split(JOINS.matcher(figures).replaceAll(" "));
            if (!words.isEmpty()) {
                phrases.add(List.of(words.split(" ", -1)));
            }
        }
        return phrases;
    }
}
