package vn.cchc.plan.transcript.reading;

import java.util.Optional;
import java.util.regex.Pattern;

/** Sections of the body of a plan, by their headings. */
enum Section {
    /** "Mục đích, yêu cầu": its parts have headings of their own. */
    AIMS,
    OBJECTIVES,
    REQUIREMENTS,
    /** "Nhiệm vụ": its parts are the areas. */
    TASKS,
    /** "Chỉ tiêu" of an area. */
    TARGETS,
    ARRANGEMENTS,
    /** Results of the year before, "Kết quả …", "Đánh giá …": none of it is planned. */
    RESULTS,
    RECIPIENTS,
    /** The heading of the annex: from here on the body has ended. */
    ANNEX;

    private static final int LONGEST_HEADING = 200;

    /**
     * What headings of sections consist of. A line in which other words stand says something: it is a paragraph, even where it
     * begins like a heading.
     */
    private static final Pattern HEADING_ONLY =
            Pattern.compile("(?:(?:muc tieu|muc dich|yeu cau|chi tieu|nhiem vu|noi dung"
                    + "|giai phap|to chuc thuc hien|to chuc|phan cong|trach nhiem|kinh phi|che do|bao cao|thong tin|quan diem"
                    + "|pham vi|doi tuong|chung|tong quat|cu the|trong tam|chu yeu|thuc hien|trien khai|cong tac|ke hoach|va|cac"
                    + "|nhung|mot so|ve|cua|cua xa|cua phuong|cai cach hanh chinh|cchc|nam|giai doan|den|20[0-9][0-9]"
                    + "|tren dia ban(?: [a-z0-9]+){1,6}) )+");

    /** @param text of a heading without its mark; empty for a heading of another section, or a sentence */
    static Optional<Section> headedBy(String text) {
        String words = Words.of(text);
        if (words.length() > LONGEST_HEADING
                || !HEADING_ONLY.matcher(words + " ").matches()) {
            return Optional.empty();
        }
        if (Words.beginWithOne(words, "muc tieu", "muc dich")) {
            return Optional.of(Words.haveOne(words, "yeu cau") ? AIMS : OBJECTIVES);
        }
        if (Words.beginWithOne(words, "yeu cau")) {
            return Optional.of(REQUIREMENTS);
        }
        if (Words.beginWithOne(words, "chi tieu", "cac chi tieu")) {
            return Optional.of(TARGETS);
        }
        if (Words.beginWithOne(
                words, "to chuc thuc hien", "phan cong", "trach nhiem thuc hien", "kinh phi", "che do bao cao")) {
            return Optional.of(ARRANGEMENTS);
        }
        boolean tasks = Words.beginWithOne(
                words, "nhiem vu", "cac nhiem vu", "noi dung", "giai phap", "cac giai phap", "nhung nhiem vu");
        return tasks ? Optional.of(TASKS) : Optional.empty();
    }

    /** Whether its heading may stand beneath that of objectives or requirements. */
    boolean isOfAims() {
        return this == OBJECTIVES || this == REQUIREMENTS || this == TARGETS;
    }

    /** The part of an area, its targets or its measures, that the words label, whatever their mark. */
    static Optional<Section> label(String words) {
        return switch (words) {
            case "chi tieu", "cac chi tieu", "muc tieu", "muc tieu chi tieu", "chi tieu cu the", "muc tieu cu the" ->
                Optional.of(TARGETS);
            case "nhiem vu",
                    "cac nhiem vu",
                    "nhiem vu cu the",
                    "nhiem vu giai phap",
                    "nhiem vu va giai phap",
                    "giai phap",
                    "nhiem vu trong tam",
                    "nhiem vu chu yeu",
                    "giai phap thuc hien",
                    "nhiem vu thuc hien" -> Optional.of(TASKS);
            default -> Optional.empty();
        };
    }

    /** Whether a heading tells of what was done before. */
    static boolean looksBack(String words) {
        return Words.beginWithOne(
                words, "ket qua", "danh gia", "tinh hinh", "dac diem tinh hinh", "thuc trang", "ton tai", "han che");
    }

    /** Whether a heading names one of the areas of administrative reform. */
    static boolean namesAnArea(String words) {
        return Words.haveOne(
                words,
                "cai cach",
                "hien dai hoa",
                "chinh quyen so",
                "chinh quyen dien tu",
                "chi dao dieu hanh",
                "tai chinh cong",
                "doi ngu can bo");
    }

    static boolean isRecipients(BodyLine line) {
        // An item of a list says something of the place where files are taken.
        return !line.mark().isBullet()
                && Words.beginWithOne(line.words(), "noi nhan")
                && line.text().length() <= LONGEST_HEADING;
    }

    /** Whether somebody signs beneath the line: the body has ended. */
    static boolean isSignature(BodyLine line) {
        return line.mark().kind() == Mark.Kind.NONE
                && Words.areCapitals(line.text())
                && Words.beginWithOne(
                        line.words(), "tm uy ban nhan dan", "tm ubnd", "kt chu tich", "tuq chu tich", "tl chu tich");
    }

    static boolean isAnnex(BodyLine line) {
        String words = Words.of(line.text());
        if (line.mark().isBullet()) {
            return false;
        }
        return words.equals("phu luc")
                || AnnexHeadings.isNumbered(line.text())
                || (line.text().startsWith("PHỤ LỤC") && Words.beginWithOne(words, "phu luc"));
    }
}
