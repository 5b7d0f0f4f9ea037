package vn.cchc.plan.target;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.cchc.plan.target.PrintedWording.Words;

/** Figures that name something and ask for nothing: years, periods, documents, places, points of a list, levels. */
final class NamingFigure {

    private static final Words[] NAMES = Stream.of(
                    "^ \\d{1,2}(?:\\.\\d{1,2})* [.)](?= )",
                    "^ \\d{1,2}(?:\\.\\d{1,2})+(?= (?!" + CountForm.COUNTED + " ))",
                    " \\( \\d{1,2} \\)(?= )",
                    " (?:19|20)\\d\\d(?: [-/] (?:19|20)\\d\\d)?(?= (?!" + CountForm.COUNTED + " ))",
                    " 24 / (?:24|7)(?: / 7)?(?= )",
                    " (?:[369]|12) tháng(?= )",
                    // In a list of periods, whatever is printed for the month.
                    " quý , [369] \\p{L}+(?= ,)",
                    " [45] g(?= )",
                    " (?:trước|đến|từ|sau|hết) \\d{1,2} [/-] \\d{1,2}(?= )",
                    " \\d{1,2} / (?:19|20)\\d\\d(?= )",
                    " \\d+ / (?:(?:19|20)\\d\\d / )?(?:qđ|nđ|nq|kh|ct|tt|bc|cv|tb|đa|hd|ttr|qh\\d*)(?: - \\p{L}+)*(?= )",
                    " (?:lần thứ|thứ|số|mẫu|phụ lục|biểu|chương|mục|phần|bước|tiêu chí|thôn|xóm|ấp|tổ|khu phố|khối|phường|quận|cấp"
                            + "|cấp độ|loại|khóa|khoá|công nghiệp|quốc lộ|tổng đài|đường dây nóng|dự án|tiểu dự án|chương trình"
                            + "|phiên bản|đề án|quyết định|nghị định|nghị quyết|thông tư|luật|điều|khoản)"
                            + " (?:số )?\\d+(?:[.,]\\d+)*(?: [/-] [\\p{L}\\d]+)*(?= (?!%|" + CountForm.COUNTED + " ))")
            .map(Words::of)
            .toArray(Words[]::new);

    private static final Pattern DIGIT = Pattern.compile("\\d");
    /** Numbers in words, of what is a target when it is counted. */
    private static final Words IN_WORDS = Words.of(
            " (?:nửa (?!đầu|cuối|năm)|rưỡi |(?:một|hai|ba) phần (?:hai|ba|tư|bốn|năm) |gấp (?:rưỡi|ba|bốn|năm|nhiều) "
                    + "|(?:hai|ba|bốn|sáu|bảy|tám|chín|mười) (?:cuộc|lớp|hội nghị|buổi|đợt|chuyên đề|mô hình|sáng kiến|lượt|lần|phút|ngày) )");

    private NamingFigure() {}

    /** Whether a wording has a figure or number that names nothing. */
    static boolean isNotAllOf(PrintedWording wording) {
        if (wording.has(IN_WORDS) || wording.text().contains(PrintedWording.HIDDEN_TERM)) {
            return true;
        }
        String rest = wording.text();
        for (Words names : NAMES) {
            rest = names.in(wording).matcher(rest).replaceAll(" ¤");
        }
        return DIGIT.matcher(rest).find();
    }
}
