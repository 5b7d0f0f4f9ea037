package vn.cchc.feedback.intake.oldregister;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.cchc.platform.text.VietnameseText;

/**
 * What a column of an old register states, found by the words of its heading: registers of offices differ in the order and number of
 * their columns, and little in what they call them.
 */
public enum RegisterField {
    /** The number in the old register: shown with the row, and not taken. */
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
    CONTENT("content", "noi dung", "noi dung su viec", "noi dung tom tat", "tom tat noi dung", "trich yeu noi dung");

    private static final Map<String, RegisterField> BY_HEADING = Arrays.stream(values())
            .flatMap(field -> field.headings.stream().map(heading -> Map.entry(heading, field)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** In brackets stands how to fill in the column: "(dd/mm/yyyy)". */
    private static final Pattern IN_BRACKETS = Pattern.compile("\\([^()]*\\)?");

    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");

    /** Of whom, or of what, which changes nothing: "Địa chỉ của người gửi", "Nội dung phản ánh, kiến nghị". */
    private static final Pattern OF_WHAT = Pattern.compile(
            "(?: (?:cua|pakn|phan anh|kien nghi|nguoi gui|nguoi dan|cong dan|ca nhan|to chuc|nguoi phan anh|nguoi kien nghi))+$");

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

    /** By the words of a heading, with or without diacritics; empty for another column. */
    static Optional<RegisterField> of(String heading) {
        String folded = VietnameseText.fold(heading);
        String words = NO_WORD.matcher(IN_BRACKETS.matcher(folded).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        return Optional.ofNullable(BY_HEADING.get(words))
                .or(() -> Optional.ofNullable(
                        BY_HEADING.get(OF_WHAT.matcher(words).replaceFirst(""))));
    }

    /** By the path of a field; empty for one that no column states. */
    public static Optional<RegisterField> ofPath(String path) {
        return Arrays.stream(values()).filter(field -> field.path.equals(path)).findFirst();
    }
}
