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

    /** Strength of a title that names tasks in detail: "Nhiệm vụ cụ thể". */
    static final int IN_DETAIL = 3;
    /** Strength of a column that names who leads: "Chủ trì". */
    static final int LEADING = 4;
    /** A person's column is the lead's only where no unit has one. */
    private static final int PERSON = 1;

    private static final String[] NO_PLACE = {
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
        "diem",
        "tinh hinh"
    };
    private static final String[] COOPERATION = {"phoi hop", "chu tri"};
    private static final String[] MONEY = {"kinh phi", "du toan", "so tien", "thanh tien", "muc chi"};
    private static final String[] TIME = {
        "thoi gian", "tien do", "thoi han", "thoi diem", "han hoan thanh", "ngay hoan thanh"
    };
    private static final String[] RESULTS = {"san pham", "ket qua", "dau ra", "minh chung"};

    /**
     * By its first noun: "Kinh phí và nguồn kinh phí" is money, "Nguồn kinh phí" is none of these.
     *
     * @param words of the heading, see {@link Words}; empty where it names none of these columns
     */
    static Optional<Named> named(String words) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (isCode(words)) {
            return named(CODE, 1);
        }
        int noPlace = firstOf(words, NO_PLACE);
        int first = firstOf(words, COOPERATION, MONEY, TIME, RESULTS);
        if (first > noPlace) {
            return Optional.empty();
        }
        if (first < Integer.MAX_VALUE) {
            String from = words.substring(first);
            if (Words.beginWithOne(from, COOPERATION)) {
                return cooperation(words);
            }
            if (Words.beginWithOne(from, MONEY)) {
                return named(AMOUNT, Words.haveOne(words, "tong") ? 2 : 1);
            }
            if (Words.beginWithOne(from, TIME)) {
                return named(TIMING, Words.haveOne(words, "hoan thanh") ? 2 : 1);
            }
            boolean noProduct = Words.haveOne(words, "diem") || isReached(from);
            return noProduct ? Optional.empty() : named(PRODUCTS, Words.haveOne(words, "san pham") ? 2 : 1);
        }
        return noPlace < Integer.MAX_VALUE
                ? Optional.empty()
                : title(words).or(() -> leadByUnit(words)).or(() -> area(words));
    }

    /** Whether results up to a day or of a period are meant, and no products: "Kết quả thực hiện đến 31/12". */
    private static boolean isReached(String words) {
        boolean product = Words.haveOne(words, "san pham", "dau ra", "minh chung", "can dat", "phai dat", "du kien");
        boolean period = Words.haveOne(words, "den", "luy ke", "thang", "quy", "nam", "ky")
                || words.chars().anyMatch(Character::isDigit);
        return !product && Words.beginWithOne(words, "ket qua") && period;
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

    private static int firstOf(String words, String[]... kinds) {
        int first = Integer.MAX_VALUE;
        for (String[] kind : kinds) {
            for (String phrase : kind) {
                int at = (" " + words + " ").indexOf(" " + phrase + " ");
                first = at < 0 ? first : Math.min(first, at);
            }
        }
        return first;
    }

    /** "Đơn vị thực hiện, phối hợp" names both; "Đơn vị phối hợp thực hiện" only who takes part. */
    private static Optional<Named> cooperation(String words) {
        if (Words.haveOne(words, "chu tri")) {
            return namesPerson(words) ? named(LEAD, PERSON) : named(LEAD, LEADING);
        }
        String before = words.substring(0, firstOf(words, COOPERATION));
        boolean both = Words.haveOne(before.strip(), "thuc hien", "tham muu", "phu trach");
        return both ? named(LEAD, 2) : named(COORDINATING, 1);
    }

    /** Whether a person is meant and no unit. */
    private static boolean namesPerson(String words) {
        boolean person = Words.haveOne(words, "nguoi", "ca nhan", "can bo", "cong chuc", "chuyen vien", "dong chi");
        boolean unit = Words.haveOne(words, "co quan", "don vi", "bo phan", "phong ban", "to chuc");
        return Words.beginWithOne(words, "lanh dao") || (person && !unit);
    }

    private static Optional<Named> leadByUnit(String words) {
        boolean unit = Words.haveOne(words, "co quan", "don vi", "bo phan", "to chuc");
        boolean responsible = Words.haveOne(words, "phu trach", "chiu trach nhiem", "trach nhiem");
        boolean does = Words.haveOne(words, "thuc hien", "tham muu", "duoc giao", "giao", "phan cong");
        if (namesPerson(words)) {
            return responsible || does ? named(LEAD, PERSON) : Optional.empty();
        }
        if (responsible) {
            return named(LEAD, 3);
        }
        boolean nothingElse =
                Words.beginWithOne(words, "co quan", "don vi", "bo phan", "phong ban") && words.length() <= 20;
        return (unit && does) || nothingElse ? named(LEAD, 2) : Optional.empty();
    }

    private static Optional<Named> area(String words) {
        return Words.haveOne(words, "linh vuc") || Words.beginWithOne(words, "nhom")
                ? named(AREA, 1)
                : Optional.empty();
    }

    /** The noun stands first: "Kết luận về nhiệm vụ" or "Nội dung chi" are reports and figures. */
    private static Optional<Named> title(String words) {
        String noun = words;
        for (String before : new String[] {"cac", "nhung", "danh muc", "muc tieu", "ten", "noi dung"}) {
            if (Words.beginWithOne(noun, before) && noun.length() > before.length()) {
                noun = noun.substring(before.length() + 1);
            }
        }
        boolean spending = Words.haveOne(words, "chi") && !Words.haveOne(words, "chi tiet", "chi dao");
        if (spending) {
            return Optional.empty();
        }
        if (Words.beginWithOne(noun, "nhiem vu", "cong viec", "hoat dong")) {
            return named(TITLE, Words.haveOne(words, "cu the") ? IN_DETAIL : 2);
        }
        boolean unit = Words.haveOne(words, "co quan", "don vi", "bo phan", "to chuc", "can bo", "nguoi");
        boolean names = Words.beginWithOne(words, "ten") && !unit;
        return names
                        || Words.beginWithOne(words, "noi dung")
                        || Words.beginWithOne(noun, "giai phap", "hang muc", "noi dung", "viec")
                ? named(TITLE, 1)
                : Optional.empty();
    }
}
