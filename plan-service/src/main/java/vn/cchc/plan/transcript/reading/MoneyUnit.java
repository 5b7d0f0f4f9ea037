package vn.cchc.plan.transcript.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.cchc.platform.text.VietnameseText;

/** Units of money that annexes print. Diacritics count: "đồng" is a unit, the "động" of "hoạt động" is none. */
enum MoneyUnit {
    BILLION(1_000_000_000, List.of("tỷ đồng", "tỉ đồng", "tỷ đ", "tỉ đ"), List.of("tỷ", "tỉ")),
    MILLION(1_000_000, List.of("triệu đồng", "triệu đ", "triệu", "tr đ", "trđ", "tr đồng", "trđồng"), List.of("tr")),
    THOUSAND(
            1_000,
            List.of(
                    "nghìn đồng",
                    "nghìn đ",
                    "nghìn",
                    "ngàn đồng",
                    "ngàn đ",
                    "ngàn",
                    "1 000 đồng",
                    "1000 đồng",
                    "1 000đ",
                    "1000đ",
                    "1 000 đ",
                    "1000 đ"),
            List.of("k")),
    DONG(1, List.of("đồng", "vnđ", "vnd", "đ", "đồng vn", "đồng việt nam"), List.of());

    private final long dong;

    @SuppressWarnings("ImmutableEnumChecker") // from List.of, and never exposed
    private final List<String> phrases;

    @SuppressWarnings("ImmutableEnumChecker") // from List.of, and never exposed
    private final List<String> behindFigures;

    /**
     * @param dong in đồng
     * @param phrases anywhere in a heading, or behind a figure
     * @param behindFigures only as all that stands behind a figure: elsewhere they are other words ("tỷ lệ")
     */
    MoneyUnit(long dong, List<String> phrases, List<String> behindFigures) {
        this.dong = dong;
        this.phrases = phrases;
        this.behindFigures = behindFigures;
    }

    long dong() {
        return dong;
    }

    /** The unit that a heading names, or what stands behind a figure. */
    static Optional<MoneyUnit> in(String text) {
        String words = words(text);
        for (MoneyUnit unit : values()) {
            if (unit.behindFigures.contains(words) || Words.haveOne(words, unit.phrases.toArray(String[]::new))) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    /** Whether the text is a unit and nothing else. */
    static boolean is(String text) {
        String words = words(text);
        for (MoneyUnit unit : values()) {
            if (unit.phrases.contains(words) || unit.behindFigures.contains(words)) {
                return true;
            }
        }
        return false;
    }

    private static String words(String text) {
        return Words.split(VietnameseText.nfc(text).toLowerCase(Locale.ROOT));
    }
}
