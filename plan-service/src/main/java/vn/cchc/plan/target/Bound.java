package vn.cchc.plan.target;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the words before a figure say about it. */
enum Bound {
    AT_LEAST(not(Sizes.SMALL), "không dưới", "tối thiểu", "tối thiếu", "ít nhất", "≥"),
    MORE(than(Sizes.LARGE), "trên", "hơn", ">"),
    AT_MOST(
            not(Sizes.LARGE),
            "không được vượt quá",
            "không để vượt quá",
            "không vượt quá",
            "không được quá",
            "không để quá",
            "không quá",
            "không trên",
            "không hơn",
            "tối đa",
            "nhiều nhất",
            "≤"),
    LESS(than(Sizes.SMALL), "dưới", "chưa đến", "chưa tới", "chưa đầy", "<"),
    FROM("từ"),
    EXACTLY("="),
    /** Reached by a rise: "lên 80%". */
    UP_TO("lên đến", "lên tới", "lên"),
    /** Reached by a fall: "xuống còn 5%". */
    DOWN_TO("xuống còn", "xuống dưới mức", "xuống", "còn"),
    ABOUT("khoảng", "gần", "xấp xỉ", "chừng", "tầm", "cỡ", "~", "≈", "±"),
    /** Words that say too little for a bound: "vượt 5%" is 105 % of something. */
    UNCLEAR(
            "chỉ",
            "chỉ còn",
            "vượt quá",
            "vượt mức",
            "vượt",
            "quá",
            "đến",
            "tới",
            "sắp",
            "suýt",
            "gần như",
            "kém",
            "bằng",
            "đúng",
            "cao nhất",
            "thấp nhất",
            "chậm nhất",
            "ngưỡng",
            "trần",
            "sàn");

    private static final Map<String, Bound> BY_WORDS = Stream.of(values())
            .flatMap(bound -> bound.phrases()
                    .flatMap(phrase ->
                            Stream.of(phrase, plain(phrase)).distinct().map(written -> Map.entry(written, bound))))
            // "tối thiểu" and "tối thiếu" are one word without diacritics.
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, same) -> first));

    private final String phrases;

    Bound(String... phrases) {
        this.phrases = String.join("|", phrases);
    }

    Bound(List<String> compared, String... phrases) {
        this.phrases = String.join("|", compared) + "|" + String.join("|", phrases);
    }

    /** What is compared in size: each makes a bound with "hơn", and the opposite one with "không … hơn". */
    private static final class Sizes {
        static final List<String> LARGE = List.of("cao", "lớn", "nhiều", "rộng", "nặng");
        static final List<String> SMALL = List.of("thấp", "ít", "nhỏ", "bé", "hẹp", "nhẹ");
    }

    private static List<String> than(List<String> sizes) {
        return sizes.stream().map(size -> size + " hơn").toList();
    }

    private static List<String> not(List<String> sizes) {
        return sizes.stream().map(size -> "không " + size + " hơn").toList();
    }

    /** As printed with diacritics. */
    Stream<String> phrases() {
        return Pattern.compile("|", Pattern.LITERAL).splitAsStream(phrases);
    }

    /** Alternatives of a pattern for all phrases, the longest first. */
    static String pattern() {
        return Stream.of(values())
                .flatMap(bound -> bound.phrases())
                .sorted((one, other) -> other.length() - one.length())
                .collect(Collectors.joining("|"));
    }

    static Bound of(String phrase) {
        return BY_WORDS.get(phrase);
    }

    boolean isLower() {
        return this == AT_LEAST || this == MORE;
    }

    boolean isUpper() {
        return this == AT_MOST || this == LESS;
    }

    /** @throws IllegalStateException for one that is no comparison */
    Operator operator() {
        return switch (this) {
            case AT_LEAST, FROM -> Operator.AT_LEAST;
            case MORE -> Operator.GREATER;
            case AT_MOST -> Operator.AT_MOST;
            case LESS -> Operator.LESS;
            case EXACTLY -> Operator.EQUAL;
            case UP_TO, DOWN_TO, ABOUT, UNCLEAR -> throw new IllegalStateException(name());
        };
    }

    private static String plain(String phrase) {
        return PrintedWording.withoutMarks(phrase);
    }
}
