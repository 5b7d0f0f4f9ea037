package vn.cchc.plan.target;

import java.text.Normalizer;
import java.util.Locale;
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
                    " (?:trong (?:thời hạn|vòng)|thời hạn|trong) \\d+ (?:ngày|giờ|phút)(?: làm việc)?(?= )",
                    " (?:(?:từ|trên|dưới|đủ) )+\\d+(?: (?:-|đến) (?:dưới )?\\d+)? tuổi(?: trở (?:lên|xuống))?(?= )",
                    " không (?:dùng tiền mặt|mật|gian mạng|giấy(?: tờ)?|chuyên trách)(?= )",
                    " (?:tăng cường|nâng cao|nâng cấp|giảm tải|hạ tầng|trang bị|thiết bị)(?= )")
            .map(Words::of)
            .toArray(Words[]::new);

    private static final String HIDDEN = " ¤";

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
        String line = BULLET.matcher(dashes(VietnameseText.line(printed).toLowerCase(Locale.ROOT)))
                .replaceFirst("")
                .replace('ð', 'đ')
                .replace('ɖ', 'đ');
        boolean withDiacritics = LETTER_WITH_MARK.matcher(line).find();
        StringBuilder tokens = new StringBuilder(" ");
        TOKEN.matcher(line).results().forEach(token -> tokens.append(token.group())
                .append(' '));
        String spaced = tokens.toString()
                .replace(withDiacritics ? " phần trăm " : " phan tram ", " % ")
                .replace(" ％ ", " % ")
                .replace(" > = ", " ≥ ")
                .replace(" < = ", " ≤ ")
                .replace(" = < ", " ≤ ")
                .replace(" ⩾ ", " ≥ ")
                .replace(" ⩽ ", " ≤ ")
                .replace(" ≧ ", " ≥ ")
                .replace(" ≦ ", " ≤ ");
        PrintedWording wording = new PrintedWording(spaced, withDiacritics);
        for (Words words : NO_AIMS) {
            wording = new PrintedWording(words.in(wording).matcher(wording.text).replaceAll(HIDDEN), withDiacritics);
        }
        return wording;
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
