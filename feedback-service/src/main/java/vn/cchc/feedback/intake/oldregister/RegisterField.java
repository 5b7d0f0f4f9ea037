package vn.cchc.feedback.intake.oldregister;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.cchc.platform.text.VietnameseText;

/**
 * What a column of an old register states, found by the words of its heading: registers of offices differ in the order and number of
 * their columns, and little in what they call them.
 */
public enum RegisterField {
    /** The number in the old register: kept with the case. */
    NUMBER("number", "stt", "tt", "so", "so tt", "so thu tu", "so vao so", "so dang ky", "so den"),
    RECEIVED_AT(
            "receivedAt",
            "ngay",
            "ngay nhan",
            "ngay nhan don",
            "ngay tiep nhan",
            "ngay den",
            "ngay thang",
            "ngay thang nam",
            "ngay thang nhan",
            "ngay thang tiep nhan",
            "ngay thang nam nhan",
            "ngay thang nam tiep nhan",
            "ngay gio nhan",
            "ngay gio tiep nhan",
            "thoi gian nhan",
            "thoi gian tiep nhan",
            "thoi diem nhan",
            "thoi diem tiep nhan"),
    CHANNEL(
            "channel",
            "kenh",
            "kenh nhan",
            "kenh tiep nhan",
            "hinh thuc",
            "hinh thuc gui",
            "hinh thuc nhan",
            "hinh thuc tiep nhan",
            "phuong thuc tiep nhan",
            "cach thuc tiep nhan"),
    KIND("kind", "loai"),
    NAME(
            "sender.name",
            "ten",
            "ho ten",
            "ho va ten",
            "nguoi gui",
            "nguoi phan anh",
            "nguoi kien nghi",
            "nguoi phan anh kien nghi",
            "ca nhan to chuc",
            "to chuc ca nhan",
            "ten ca nhan to chuc",
            "ten to chuc ca nhan"),
    ADDRESS("sender.address", "dia chi", "dia chi lien he", "dia chi thuong tru", "noi o", "cho o", "noi cu tru"),
    PHONE(
            "sender.phone",
            "dien thoai",
            "so dien thoai",
            "sdt",
            "dt",
            "so dt",
            "dien thoai lien he",
            "so dien thoai lien he",
            "dt lien he"),
    EMAIL("sender.email", "email", "e mail", "thu dien tu", "hop thu dien tu", "dia chi email", "dia chi thu dien tu"),
    CONTENT("content", "noi dung", "noi dung su viec", "noi dung tom tat", "tom tat noi dung", "trich yeu noi dung"),
    /** What came of it, or how far it is: a row that tells of an answer is no open case, and not taken. */
    RESULT("result");

    private static final Map<String, RegisterField> BY_HEADING = Arrays.stream(values())
            .flatMap(field -> field.headings.stream().map(heading -> Map.entry(heading, field)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Pattern IN_BRACKETS = Pattern.compile("\\(([^()]*)\\)?");

    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");

    /** Of whom, or of what, which changes nothing: "Địa chỉ của người gửi", "Nội dung phản ánh, kiến nghị". */
    private static final Pattern OF_WHAT = Pattern.compile(
            "(?: (?:cua|pakn|phan anh|kien nghi|nguoi gui|nguoi dan|cong dan|ca nhan|to chuc|nguoi phan anh|nguoi kien nghi))+$");

    private static final String A_RESULT = "(?:ket qua|tra loi|da (?:tra loi|giai quyet|xu ly))(?: .*)?"
            + "|(?:tinh trang|trang thai)(?: (?:xu ly|giai quyet|tra loi|ho so|vu viec|hien tai|phan anh|kien nghi|phan anh kien nghi))?"
            + "|(?:so|so hieu|so ngay|so ngay thang|ngay|ngay thang|ngay thang nam|noi dung|van ban|so van ban|ngay van ban"
            + "|cong van|so cong van|y kien)(?: van ban| cong van)?"
            + " (?:tra loi|giai quyet|xu ly xong|hoan thanh|ket thuc|phuc dap|hoi dap)";

    private static final Pattern RESULTS = Pattern.compile(A_RESULT);

    /** How to fill in a column: "(dd/mm/yyyy)", "(nếu có)", "(phản ánh/kiến nghị)". */
    private static final Pattern HINT = words(
            "d{1,2}|m{1,2}|y{2,4}|hh|gio|phut|ngay|thang|nam|neu co|bat buoc|ghi ro|ghi tom tat|tom tat|phan anh|kien nghi|pakn|pa|kn");

    /** What stands in brackets behind "Hình thức tiếp nhận". */
    private static final Pattern CHANNELS = words(
            "truc tiep|dien thoai|qua|bang|buu dien|buu chinh|email|e mail|thu|thu dien tu|truc tuyen|duong day nong|tai tru so|ghi ro|khac");

    /** What stands in brackets behind "Người gửi", and in the same cell. */
    private static final Pattern OF_SENDERS =
            words("ghi ro|ho|ten|ho ten|dia chi|so|so dien thoai|dien thoai|sdt|dt|lien he|neu co|ca nhan|to chuc");

    /** Headings over several columns that tell of the sender. */
    private static final Pattern OVER_SENDERS = Pattern.compile(
            "(?:thong tin (?:ve )?)?(?:nguoi gui|nguoi dan|cong dan|nguoi phan anh|nguoi kien nghi|nguoi phan anh kien nghi"
                    + "|ca nhan to chuc|to chuc ca nhan|lien he|nguoi nop|nguoi gui phan anh kien nghi"
                    + "|ca nhan to chuc phan anh kien nghi|ca nhan to chuc co phan anh kien nghi)");

    /** Headings over several columns that tell of what was received. */
    private static final Pattern OVER_RECEIPTS =
            Pattern.compile("(?:thong tin (?:ve )?)?(?:chung|nhan|tiep nhan|phan anh|kien nghi"
                    + "|phan anh kien nghi|pakn|tiep nhan phan anh kien nghi|tiep nhan pakn)");

    private static final Set<RegisterField> SENDERS = EnumSet.of(NAME, ADDRESS, PHONE, EMAIL);

    private static final Set<RegisterField> RECEIPTS = EnumSet.complementOf(EnumSet.of(RESULT));

    private final String path;

    @SuppressWarnings("ImmutableEnumChecker") // An unmodifiable list of texts.
    private final List<String> headings;

    RegisterField(String path, String... headings) {
        this.path = path;
        this.headings = List.of(headings);
    }

    /** The field of a feedback handed in, as its faults name it. */
    public String path() {
        return path;
    }

    private static Pattern words(String any) {
        return Pattern.compile("(?:(?:" + any + "|va|hoac)(?: |$))*");
    }

    /**
     * By the words of a heading, with or without diacritics, and of the headings over it, which may make another thing of it: "Ngày"
     * beneath "Kết quả giải quyết" is no day of receipt. Empty for another column.
     *
     * @param headings from the one over most columns to that of the column itself
     */
    static Optional<RegisterField> of(List<String> headings) {
        List<String> above = headings.subList(0, headings.size() - 1).stream()
                .map(RegisterField::folded)
                .toList();
        if (above.stream().anyMatch(each -> RESULTS.matcher(each).matches())) {
            return Optional.of(RESULT);
        }
        Optional<RegisterField> own = of(headings.get(headings.size() - 1));
        return own.filter(field -> field == RESULT
                || above.stream()
                        .allMatch(each -> (OVER_SENDERS.matcher(each).matches() && SENDERS.contains(field))
                                || (OVER_RECEIPTS.matcher(each).matches() && RECEIPTS.contains(field))));
    }

    /** By the words of a heading alone. */
    static Optional<RegisterField> of(String heading) {
        Optional<RegisterField> whole = ofWords(folded(heading));
        if (whole.isPresent()) {
            return whole;
        }
        String text = VietnameseText.fold(heading);
        String inside = IN_BRACKETS
                .matcher(text)
                .results()
                .map(found -> worded(found.group(1)))
                .collect(Collectors.joining(" "));
        return ofWords(worded(IN_BRACKETS.matcher(text).replaceAll(" ")))
                .filter(field -> HINT.matcher(inside).matches()
                        || (field == CHANNEL && CHANNELS.matcher(inside).matches())
                        || (field == NAME && OF_SENDERS.matcher(inside).matches())
                        || field == RESULT);
    }

    private static Optional<RegisterField> ofWords(String words) {
        return Optional.ofNullable(BY_HEADING.get(words))
                .or(() -> Optional.ofNullable(
                        BY_HEADING.get(OF_WHAT.matcher(words).replaceFirst(""))))
                .or(() -> RESULTS.matcher(words).matches() ? Optional.of(RESULT) : Optional.empty());
    }

    private static String folded(String heading) {
        return worded(VietnameseText.fold(heading));
    }

    private static String worded(String folded) {
        return NO_WORD.matcher(folded).replaceAll(" ").strip();
    }

    /** By the path of a field; empty for one that no column states. */
    public static Optional<RegisterField> ofPath(String path) {
        return Arrays.stream(values()).filter(field -> field.path.equals(path)).findFirst();
    }
}
