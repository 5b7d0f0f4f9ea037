package vn.cchc.plan.target;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.cchc.platform.text.VietnameseText;

/**
 * A text as words, figures and signs, each between single spaces, in lower case; figures that are no aim (days, documents,
 * ages, terms) are hidden. Diacritics stay, since "giám sát" is not "giảm" and "thông qua" is not "quá"; a text typed without
 * any is compared without.
 */
final class PrintedWording {

    private static final Pattern TOKEN = Pattern.compile("\\d+(?:[.,]\\d+)*|[\\p{L}\\p{M}]+|[^\\s]");
    private static final Pattern LETTER_WITH_MARK = Pattern.compile("[\\p{L}&&[^a-z]]");
    private static final Pattern BULLET = Pattern.compile("^[-+*•●–]\\s+");
    private static final Pattern WIDE_SIGN = Pattern.compile("[\\uFF01-\\uFF0F\\uFF1A-\\uFF20\\uFE64-\\uFE66\\uFE6A]");
    private static final Pattern MARK = Pattern.compile("\\p{M}");

    private static final String DAY = "\\d{1,2}(?:[./-]\\d{1,2}){0,1}(?:[./-]\\d{4})?";

    /** In this order: a longer form hides its figures before a shorter one sees them. */
    private static final Words[] NO_AIMS = Stream.of(
                    " ngày \\d{1,2} [/-] \\d{1,2}(?: [/-] \\d{4})?(?= )",
                    " ngày " + DAY + "(?= )",
                    " \\d{1,2} [/-] \\d{1,2} [/-] \\d{4}(?= )",
                    " tháng \\d{1,2}(?: [/-] \\d{4})?(?= )",
                    " (?:giai đoạn|năm|nhiệm kỳ) (?:19|20)\\d\\d(?: [/-] (?:19|20)\\d\\d)?(?= )",
                    " quý \\d(?: [/-] \\d{4})?(?= )",
                    " iso \\d+(?: : \\d+)?(?= )",
                    " (?:nghị định|nghị quyết|quyết định|thông tư|chỉ thị|kế hoạch|luật|công văn|đề án|điều|khoản)(?: số)?"
                            + " \\d+(?: [/-] [\\p{L}\\d]+)*(?= (?!%))",
                    " số \\d+ [/-] [\\p{L}\\d]+(?: [/-] [\\p{L}\\d]+)*(?= )",
                    " mức (?:độ )?\\d(?:[.,]\\d)*(?: (?:,|và) \\d)*(?= (?!%))",
                    " (?:(?:từ|trên|dưới|đủ) ){1,3}\\d+(?: (?:-|đến) (?:dưới )?\\d+)? tuổi(?: trở (?:lên|xuống))?(?= )",
                    " không (?:mật|gian mạng|chuyên trách)(?= )",
                    " (?:nâng cấp|hạ tầng|trang bị|thiết bị)(?= )",
                    // The next figure does not say by how much, where a promise or the end of the clause stands before
                    // it.
                    " (?:tăng cường|nâng cao|giảm tải)(?=(?: (?!bảo |đảm |phấn )[^\\d ,;.:()]+){1,40} (?:[,;.:()]|$|bảo đảm |đảm bảo"
                            + " |phấn đấu ))")
            .map(Words::of)
            .toArray(Words[]::new);

    private static final Words TERM =
            Words.of(" (?:trong (?:thời hạn|vòng)|thời hạn|trong) \\d+ (?:ngày|giờ|phút)(?: làm việc)?(?= )");
    private static final Words WITHOUT = Words.of(" không (?:dùng tiền mặt|giấy(?: tờ)?)(?= )");
    private static final Words DOUBLED = Words.of(" gấp đôi(?: lần)?(?= )");
    private static final Words HALVED = Words.of(" giảm (?:đi )?(?:một |phân )?nửa(?= )");

    private static final String HIDDEN = " ¤";
    /** Stands for a term. */
    static final String HIDDEN_TERM = "⌛";
    /** Stands for what is praised for being done without cash or paper. */
    static final String HIDDEN_WITHOUT = "◇";

    private final String text;
    private final boolean withDiacritics;

    private PrintedWording(String text, boolean withDiacritics) {
        this.text = text;
        this.withDiacritics = withDiacritics;
    }

    /** A pattern for texts with diacritics and for those without. */
    record Words(Pattern accented, Pattern plain) {
        static Words of(String pattern) {
            return new Words(Pattern.compile(pattern), Pattern.compile(withoutMarks(pattern)));
        }

        Pattern in(PrintedWording wording) {
            return wording.withDiacritics ? accented : plain;
        }
    }

    static PrintedWording of(String printed) {
        String line = BULLET.matcher(dashes(narrow(VietnameseText.line(printed)).toLowerCase(Locale.ROOT)))
                .replaceFirst("")
                .replace('ð', 'đ')
                .replace('ɖ', 'đ');
        boolean withDiacritics = LETTER_WITH_MARK.matcher(line).find();
        StringBuilder tokens = new StringBuilder(" ");
        TOKEN.matcher(line).results().forEach(token -> tokens.append(token.group())
                .append(' '));
        String spaced = tokens.toString()
                .replace(withDiacritics ? " phần trăm " : " phan tram ", " % ")
                .replace(" > = ", " ≥ ")
                .replace(" < = ", " ≤ ")
                .replace(" = < ", " ≤ ")
                .replace(" ⩾ ", " ≥ ")
                .replace(" ⩽ ", " ≤ ")
                .replace(" ≧ ", " ≥ ")
                .replace(" ≦ ", " ≤ ");
        PrintedWording wording = new PrintedWording(spaced, withDiacritics);
        for (Words words : NO_AIMS) {
            wording = wording.with(words, HIDDEN);
        }
        return wording.with(TERM, " " + HIDDEN_TERM)
                .with(WITHOUT, " " + HIDDEN_WITHOUT)
                .with(DOUBLED, wording.written(" gấp 2 lần"))
                .with(HALVED, wording.written(" giảm 50 %"));
    }

    private PrintedWording with(Words words, String replacement) {
        return new PrintedWording(words.in(this).matcher(text).replaceAll(replacement), withDiacritics);
    }

    /** Wide signs of East Asian fonts, "＜" and "％", as common ones; digits stay, since they are in doubt. */
    private static String narrow(String line) {
        return WIDE_SIGN
                .matcher(line)
                .replaceAll(sign -> Matcher.quoteReplacement(Normalizer.normalize(sign.group(), Normalizer.Form.NFKC)));
    }

    boolean isWithDiacritics() {
        return withDiacritics;
    }

    /** With a space at each end. */
    String text() {
        return text;
    }

    boolean has(Words words) {
        return words.in(this).matcher(text).find();
    }

    /** The part of it between two positions. */
    PrintedWording part(int from, int to) {
        return new PrintedWording(text.substring(from, to), withDiacritics);
    }

    /** The word, or phrase, as a text without diacritics writes it, if this is one. */
    String written(String phrase) {
        return withDiacritics ? phrase : withoutMarks(phrase);
    }

    private static String dashes(String line) {
        return line.replaceAll("[\\u2010-\\u2015\\u2212]", "-");
    }

    static String withoutMarks(String text) {
        return MARK.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd');
    }
}
