package vn.cchc.plan.transcript.reading;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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
    /** Strength of a column under a heading of an annex that this service wrote. */
    private static final int OWN = 5;
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
    /** Beneath the heading of several columns they name one that is not what that heading says, as {@link #NO_PLACE}. */
    private static final String[] FIGURES = {"ty le", "khoi luong", "don gia"};

    private static final String[] COOPERATION = {"phoi hop", "chu tri"};
    private static final String[] MONEY = {"kinh phi", "du toan", "so tien", "thanh tien", "muc chi"};
    private static final String[] TIME = {
        "thoi gian",
        "tien do",
        "thoi han",
        "thoi diem",
        "han hoan thanh",
        "ngay hoan thanh",
        "thang hoan thanh",
        "quy hoan thanh",
        "nam hoan thanh",
        "moc hoan thanh",
        "ngay phai hoan thanh"
    };
    private static final String[] RESULTS = {"san pham", "ket qua", "dau ra", "minh chung", "kiem chung"};

    /** A heading that begins with these and nothing before: "hạn" is also part of other words ("hồ sơ quá hạn", "hạn chế"). */
    private static final String[] DEADLINE = {
        "han cuoi",
        "han chot",
        "han thuc hien",
        "han nop",
        "han gui",
        "han trinh",
        "han bao cao",
        "han xu ly",
        "han giai quyet",
        "han ngay",
        "hoan thanh truoc",
        "phai hoan thanh truoc"
    };

    /** Figures about tasks: "Tỷ lệ hoàn thành đúng tiến độ". */
    private static final String[] STATISTICS = {"ty le", "so nhiem vu", "so cong viec"};

    /** What parts a heading that names several columns. */
    private static final Pattern PARTS =
            Pattern.compile("[,;/+&-]|\\svà\\s", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Money that was spent, is granted or wanting, or was granted for another year: no budget of the task. */
    private static final String[] SPENT = {
        "giai ngan",
        "quyet toan",
        "da su dung",
        "da cap",
        "da chi",
        "da thuc hien",
        "nam truoc",
        "con thieu",
        "con lai",
        "da bo tri",
        "da phan bo"
    };

    private static final String[] TASKS = {"nhiem vu", "cong viec", "dau viec", "hoat dong"};

    private static final String[] UNITS = {
        "co quan", "don vi", "bo phan", "to chuc", "phong ban", "ban nganh", "so nganh", "cac nganh", "nganh"
    };

    private static final Set<String> ASSIGNED = Set.of(
            "phan cong",
            "phan cong thuc hien",
            "phan cong nhiem vu",
            "phan cong cong viec",
            "giao viec",
            "dau moi",
            "dau moi thuc hien");

    /** What may stand beside "đơn vị" in the heading of who leads. Other words make it another column: "Đơn vị nhận", "Đơn vị tham gia". */
    private static final Set<String> WITH_UNITS =
            Set.of("", "dau moi", "chuyen mon", "chinh", "thuoc xa", "cap xa", "cua xa", "ca nhan");

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
        // The annex that goes out has them beside other columns of time and money.
        if (words.equals("thoi gian hoan thanh nhiem vu")) {
            return named(TIMING, OWN);
        }
        if (words.equals("tong kinh phi thuc hien nhiem vu dong")) {
            return named(AMOUNT, OWN);
        }
        if (Words.beginWithOne(words, STATISTICS)) {
            return Optional.empty();
        }
        if (words.equals("han") || isDeadline(words)) {
            return named(TIMING, strengthOfTime(words));
        }
        if (isBudget(words)) {
            return named(AMOUNT, Words.beginWithOne(words, "tong") ? 2 : 1);
        }
        if (namesTargetsAndTasks(words)) {
            return named(TITLE, 1);
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
            boolean ofOthers = namesOthers(words.substring(0, first).strip());
            if (ofOthers || (Words.beginWithOne(from, MONEY) && isSpent(words))) {
                return Optional.empty();
            }
            if (Words.beginWithOne(from, MONEY)) {
                return named(AMOUNT, strengthOfMoney(words));
            }
            if (Words.beginWithOne(from, TIME)) {
                return named(TIMING, strengthOfTime(words));
            }
            if (first > 0 && Words.beginWithOne(withoutAll(words, "cac", "noi dung"), TASKS)) {
                return named(TITLE, 1);
            }
            boolean noProduct = Words.haveOne(words, "diem") || isReached(from);
            return noProduct ? Optional.empty() : named(PRODUCTS, Words.haveOne(words, "san pham") ? 2 : 1);
        }
        return noPlace < Integer.MAX_VALUE
                ? Optional.empty()
                : title(words)
                        .or(() -> takesPart(words))
                        .or(() -> leadByUnit(words))
                        .or(() -> area(words));
    }

    /** "Hoàn thành trước hạn" counts tasks. */
    private static boolean isDeadline(String words) {
        return Words.beginWithOne(words, DEADLINE) && !Words.beginWithOne(words, "hoan thanh truoc han");
    }

    /** The day of a report on a task is taken only where nothing says when it is done. */
    private static int strengthOfTime(String words) {
        boolean reported = Words.haveOne(words, "bao cao", "nop", "gui", "trinh")
                && !Words.haveOne(words, "thuc hien", "chuong trinh");
        if (reported) {
            return 0;
        }
        return Words.haveOne(words, "hoan thanh") ? 2 : 1;
    }

    /** What one of several costs ("mức chi") is taken only where nothing says what all cost. */
    private static int strengthOfMoney(String words) {
        if (Words.haveOne(words, "tong")) {
            return 2;
        }
        return Words.beginWithOne(words, "muc chi") ? 0 : 1;
    }

    /** Whether money is meant that is no budget of the task. */
    static boolean isSpent(String words) {
        return Words.haveOne(words, SPENT);
    }

    /** Whether a heading beneath another one says that its column is something else. */
    static boolean hasNoPlace(String words) {
        return firstOf(words, NO_PLACE, FIGURES) < Integer.MAX_VALUE;
    }

    /**
     * Whether a heading names columns of several roles: "Sản phẩm, thời gian hoàn thành". Who leads and who takes part count as one:
     * "Cơ quan, đơn vị phối hợp".
     */
    static boolean namesSeveral(String heading) {
        return PARTS.splitAsStream(heading)
                        .map(part -> named(Words.of(part)))
                        .flatMap(Optional::stream)
                        .map(Named::role)
                        .filter(role -> role != CODE && role != AREA)
                        .map(role -> role == COORDINATING ? LEAD : role)
                        .distinct()
                        .count()
                > 1;
    }

    /** Whether others are meant than those who do the task: "Cơ quan nhận" sản phẩm, "Đơn vị theo dõi" tiến độ, "Cơ quan cấp" kinh phí. */
    private static boolean namesOthers(String before) {
        boolean named = Words.haveOne(
                before, "co quan", "don vi", "bo phan", "phong ban", "nguoi", "ca nhan", "can bo", "noi nhan");
        return named && !Words.haveOne(before, "thuc hien", "phu trach", "trach nhiem", "tham muu", "duoc giao");
    }

    /** Whether "ngân sách" or "chi phí" is the whole heading, perhaps with a unit of money; that of a level is one of several sources. */
    private static boolean isBudget(String words) {
        String rest = words;
        for (String before : new String[] {"tong", "ngan sach", "chi phi"}) {
            rest = without(before, rest);
        }
        if (rest.equals(words) || rest.equals(without("tong", words))) {
            return false;
        }
        for (String more : new String[] {"thuc hien", "du kien", "dvt", "don vi tinh"}) {
            rest = without(more, rest);
        }
        return rest.isEmpty() || Words.beginWithOne(rest, "trieu", "nghin", "ngan", "dong", "ty", "1000", "1 000");
    }

    /** What stands behind these words; all where it does not begin with them. */
    private static String without(String beginning, String words) {
        return Words.beginWithOne(words, beginning)
                ? words.substring(beginning.length()).strip()
                : words;
    }

    /** What stands behind any of these words, as often as they come. */
    private static String withoutAll(String words, String... beginnings) {
        String rest = words;
        String before;
        do {
            before = rest;
            for (String beginning : beginnings) {
                rest = without(beginning, rest);
            }
        } while (!rest.equals(before));
        return rest;
    }

    /** "Chỉ tiêu, nhiệm vụ" heads tasks; "Chỉ tiêu" alone, or of something, heads figures. */
    private static boolean namesTargetsAndTasks(String words) {
        String rest = withoutAll(words, "muc tieu", "chi tieu", "nhiem vu", "cong viec", "giai phap", "va", "cac");
        String joined = words.substring(0, words.length() - rest.length());
        return Words.haveOne(joined.strip(), "chi tieu")
                && Words.haveOne(joined.strip(), "nhiem vu", "cong viec", "giai phap")
                && (rest.isEmpty()
                        || Words.beginWithOne(
                                rest,
                                "cu the",
                                "chu yeu",
                                "trong tam",
                                "thuc hien",
                                "can thuc hien",
                                "chinh",
                                "nam",
                                "duoc giao"));
    }

    /** Who takes part without leading: "Đơn vị liên quan", "Đơn vị tham gia thực hiện". */
    private static Optional<Named> takesPart(String words) {
        boolean unit = Words.haveOne(words, UNITS);
        boolean does = Words.haveOne(words, "thuc hien", "tham muu", "phu trach", "trach nhiem", "duoc giao");
        boolean joins = Words.haveOne(words, "tham gia") || (Words.haveOne(words, "lien quan") && !does);
        return (unit && joins) || words.equals("tham gia") || words.equals("cung tham gia")
                ? named(COORDINATING, 1)
                : Optional.empty();
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
            case "tt",
                    "stt",
                    "so tt",
                    "so thu tu",
                    "thu tu",
                    "ma",
                    "ma so",
                    "ma nhiem vu",
                    "ma so nhiem vu",
                    "tt nhiem vu",
                    "stt nhiem vu",
                    "muc" -> true;
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
        boolean unit = Words.haveOne(words, UNITS);
        boolean responsible = Words.haveOne(words, "phu trach", "chiu trach nhiem", "trach nhiem");
        // "Cơ quan giao nhiệm vụ" is who gives it.
        boolean does = Words.beginWithOne(words, "giao")
                || Words.haveOne(words, "thuc hien", "tham muu", "duoc giao", "phan cong");
        if (namesPerson(words)) {
            return responsible || does ? named(LEAD, PERSON) : Optional.empty();
        }
        if (responsible) {
            return named(LEAD, 3);
        }
        if (ASSIGNED.contains(words)) {
            return named(LEAD, 1);
        }
        return (unit && does) || isUnitAlone(words) ? named(LEAD, 2) : Optional.empty();
    }

    private static boolean isUnitAlone(String words) {
        return Words.beginWithOne(words, "co quan", "don vi", "bo phan", "phong ban")
                && WITH_UNITS.contains(
                        withoutAll(words, "co quan", "don vi", "bo phan", "phong ban", "to chuc", "cac", "va"));
    }

    private static Optional<Named> area(String words) {
        return Words.haveOne(words, "linh vuc") || Words.beginWithOne(words, "nhom")
                ? named(AREA, 1)
                : Optional.empty();
    }

    /** The noun stands first: "Kết luận về nhiệm vụ" or "Nội dung chi" are reports and figures. */
    private static Optional<Named> title(String words) {
        String named = withoutAll(
                words, "cac", "nhung", "danh muc", "muc tieu", "ten", "chuong trinh", "de an", "du an", "va");
        String noun = withoutAll(named, "noi dung", "va", "cac", "ten");
        boolean spending = Words.haveOne(words, "chi") && !Words.haveOne(words, "chi tiet", "chi dao");
        if (spending) {
            return Optional.empty();
        }
        if (Words.beginWithOne(noun, "nhiem vu", "cong viec", "hoat dong", "dau viec")) {
            return named(TITLE, Words.haveOne(words, "cu the") ? IN_DETAIL : 2);
        }
        boolean unit = Words.haveOne(words, "co quan", "don vi", "bo phan", "to chuc", "can bo", "nguoi");
        boolean names = Words.beginWithOne(words, "ten") && !unit;
        return names
                        || Words.beginWithOne(named, "noi dung")
                        || Words.beginWithOne(noun, "giai phap", "hang muc", "viec")
                        || Words.beginWithOne(withoutAll(words, "linh vuc", "va"), "nhiem vu", "noi dung", "cong viec")
                ? named(TITLE, 1)
                : Optional.empty();
    }
}
