package vn.cchc.plan.transcript.reading;

import java.util.Optional;

/** What the cells of a column of the annex are. */
enum ColumnRole {
    CODE,
    /** The area ("lĩnh vực") or group of the tasks. */
    AREA,
    TITLE,
    LEAD,
    COORDINATING,
    PRODUCTS,
    TIMING,
    AMOUNT;

    /**
     * A role as a heading names it.
     *
     * @param strength of several columns of a role, the strongest has it
     */
    record Named(ColumnRole role, int strength) {}

    /** @param words of the heading, see {@link Words}; empty where it names none of these columns */
    static Optional<Named> named(String words) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (isCode(words)) {
            return named(CODE, 1);
        }
        if (hasNoPlace(words)) {
            return Optional.empty();
        }
        boolean lead = Words.haveOne(words, "chu tri");
        if (Words.haveOne(words, "phoi hop") && !lead) {
            return named(COORDINATING, 1);
        }
        if (lead) {
            return named(LEAD, 3);
        }
        if (Words.haveOne(words, "kinh phi", "du toan", "so tien", "thanh tien", "muc chi")) {
            return named(AMOUNT, Words.haveOne(words, "tong") ? 2 : 1);
        }
        if (Words.haveOne(
                words, "thoi gian", "tien do", "thoi han", "thoi diem", "han hoan thanh", "ngay hoan thanh")) {
            return named(TIMING, Words.haveOne(words, "hoan thanh") ? 2 : 1);
        }
        if (Words.haveOne(words, "san pham", "ket qua", "dau ra", "minh chung")) {
            return named(PRODUCTS, Words.haveOne(words, "san pham") ? 2 : 1);
        }
        return leadByUnit(words).or(() -> title(words));
    }

    private static Optional<Named> named(ColumnRole role, int strength) {
        return Optional.of(new Named(role, strength));
    }

    private static boolean isCode(String words) {
        return switch (words) {
            case "tt", "stt", "so tt", "so thu tu", "thu tu", "ma", "ma so", "ma nhiem vu", "muc" -> true;
            default -> false;
        };
    }

    private static boolean hasNoPlace(String words) {
        return Words.haveOne(
                words,
                "ghi chu",
                "nguon",
                "luc luong",
                "ho tro",
                "doi tuong",
                "so luong",
                "don vi tinh",
                "dvt",
                "chi tieu",
                "can cu",
                "diem");
    }

    private static Optional<Named> leadByUnit(String words) {
        if (Words.haveOne(words, "phu trach", "chiu trach nhiem", "trach nhiem")) {
            return named(LEAD, 2);
        }
        boolean unit = Words.haveOne(words, "co quan", "don vi", "bo phan", "nguoi", "ca nhan", "cong chuc", "to chuc");
        boolean does = Words.haveOne(words, "thuc hien", "tham muu", "duoc giao", "giao", "phan cong");
        boolean nothingElse =
                Words.beginWithOne(words, "co quan", "don vi", "bo phan", "phong ban") && words.length() <= 20;
        return (unit && does) || nothingElse ? named(LEAD, 1) : Optional.empty();
    }

    private static Optional<Named> title(String words) {
        if (Words.haveOne(words, "linh vuc") || Words.beginWithOne(words, "nhom")) {
            return named(AREA, 1);
        }
        if (Words.haveOne(words, "nhiem vu cu the", "hoat dong cu the", "cong viec cu the")) {
            return named(TITLE, 3);
        }
        if (Words.haveOne(words, "nhiem vu", "cong viec", "hoat dong")) {
            return named(TITLE, 2);
        }
        return Words.haveOne(words, "noi dung", "giai phap", "hang muc", "ten") ? named(TITLE, 1) : Optional.empty();
    }
}
