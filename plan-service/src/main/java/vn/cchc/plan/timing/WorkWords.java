package vn.cchc.plan.timing;

import java.util.List;
import java.util.Locale;
import vn.cchc.platform.text.VietnameseText;

/**
 * What a label says of a second time in a cell: work of its own, or that the first time has moved or is left out. Which verbs
 * move a deadline no list holds in full, so that where a second time says most often something of the first (in brackets, after a
 * time without label, after a rhythm) only the verbs listed as work are read.
 */
final class WorkWords {

    private static final List<String> WORK = List.of(
            "bao cao",
            "so ket",
            "tong ket",
            "kiem tra",
            "tu kiem tra",
            "hop",
            "hoi nghi",
            "ra soat",
            "danh gia",
            "tu danh gia",
            "cham diem",
            "tu cham diem",
            "xep loai",
            "cong bo",
            "cong khai",
            "niem yet",
            "ban hanh",
            "xay dung",
            "trinh",
            "tham dinh",
            "tham muu",
            "phe duyet",
            "khao sat",
            "tap huan",
            "to chuc",
            "tuyen truyen",
            "trien khai",
            "thuc hien",
            "hoan thanh",
            "xong",
            "ket thuc",
            "tong hop",
            "gui",
            "nop",
            "lap",
            "doi thoai",
            "khen thuong",
            "nghiem thu",
            "ke hoach",
            "ket qua");

    /** As spelled: "hoàn thành" is no "hoãn", "nghị quyết" no "nghỉ". */
    private static final List<String> CHANGES = List.of(
            "chuyển",
            "lùi",
            "dời",
            "hoãn",
            "điều chỉnh",
            "thay",
            "kế hoạch cũ",
            "đổi thành",
            "đổi sang",
            "đổi lại",
            "sửa thành",
            "sửa lại",
            "sửa là",
            "kéo dài",
            "gia hạn",
            "giãn",
            "dịch sang",
            "dịch chuyển",
            "đính chính",
            "thực tế",
            "nghỉ",
            "miễn",
            "ngừng",
            "dừng",
            "tạm",
            "bỏ qua",
            "loại");

    private static final List<String> WHOLE =
            List.of("bỏ", "đổi", "dịch", "sửa", "thôi", "nay", "nay là", "thành", "sang");
    private static final List<String> BEFORE = List.of("đã ", "được ", "sẽ ", "xin ", "phải ", "cho ", "nay ");

    private WorkWords() {}

    /** Whether the label opens with a word that is known to name work. */
    static boolean isWork(String label) {
        String folded = VietnameseText.fold(label);
        return WORK.stream().anyMatch(words -> opens(folded, words)) && !isChange(label);
    }

    /** Whether the label says that what stands before it has moved, or is left out then. */
    static boolean isChange(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        for (String particle : BEFORE) {
            if (lower.startsWith(particle)) {
                return isChange(lower.substring(particle.length()));
            }
        }
        return WHOLE.contains(lower)
                || CHANGES.stream().anyMatch(words -> opens(lower, words))
                || lower.endsWith(" sang")
                || (lower.endsWith(" thành") && !lower.endsWith("hoàn thành"));
    }

    private static boolean opens(String label, String words) {
        return label.startsWith(words) && (label.length() == words.length() || label.charAt(words.length()) == ' ');
    }
}
