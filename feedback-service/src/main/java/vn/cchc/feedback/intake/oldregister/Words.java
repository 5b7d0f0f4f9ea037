package vn.cchc.feedback.intake.oldregister;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.cchc.feedback.Channel;
import vn.cchc.feedback.Kind;
import vn.cchc.platform.text.VietnameseText;

/** What the cells of a register mean: channels and kinds in words, phone numbers that Excel has taken for numbers. */
public final class Words {

    private static final Map<String, Channel> CHANNELS = Map.ofEntries(
            Map.entry("online", Channel.ONLINE),
            Map.entry("truc tuyen", Channel.ONLINE),
            Map.entry("mang", Channel.ONLINE),
            Map.entry("website", Channel.ONLINE),
            Map.entry("cong thong tin", Channel.ONLINE),
            Map.entry("cong thong tin dien tu", Channel.ONLINE),
            Map.entry("cong dich vu cong", Channel.ONLINE),
            Map.entry("phone", Channel.PHONE),
            Map.entry("dien thoai", Channel.PHONE),
            Map.entry("goi dien", Channel.PHONE),
            Map.entry("duong day nong", Channel.PHONE),
            Map.entry("in person", Channel.IN_PERSON),
            Map.entry("truc tiep", Channel.IN_PERSON),
            Map.entry("den truc tiep", Channel.IN_PERSON),
            Map.entry("tai tru so", Channel.IN_PERSON),
            Map.entry("post", Channel.POST),
            Map.entry("buu chinh", Channel.POST),
            Map.entry("buu dien", Channel.POST),
            Map.entry("duong buu dien", Channel.POST),
            Map.entry("gui thu", Channel.POST),
            Map.entry("email", Channel.EMAIL),
            Map.entry("e mail", Channel.EMAIL),
            Map.entry("thu dien tu", Channel.EMAIL),
            Map.entry("hop thu dien tu", Channel.EMAIL));

    private static final Map<String, Kind> KINDS = Map.of(
            "phan anh", Kind.REFLECTION,
            "pa", Kind.REFLECTION,
            "reflection", Kind.REFLECTION,
            "kien nghi", Kind.PROPOSAL,
            "kn", Kind.PROPOSAL,
            "proposal", Kind.PROPOSAL);

    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");
    private static final Pattern OUTER_SIGNS = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=[0-9])");
    private static final Pattern BY = Pattern.compile("^(?:qua|bang) ");

    /** Figures of a whole number of a mobile or a landline phone, without the 0 before it. */
    private static final Pattern WITHOUT_ZERO = Pattern.compile("[35789][0-9]{8}|2[0-9]{9}");

    /** What a column of results or states says of a case that nobody has answered. */
    private static final Pattern OPEN =
            Pattern.compile("|0|khong|moi|(?:moi|da) (?:tiep )?nhan|tiep nhan|trong han|con han|qua han"
                    + "|chua(?: (?:co|xu ly|giai quyet|tra loi|xong|ket thuc|hoan thanh|thuc hien|phan hoi|den han|qua han).*)?"
                    + "|dang (?:xu ly|giai quyet|tra loi|xac minh|thuc hien|kiem tra|cho|tham muu|lam|trinh|xem xet).*"
                    + "|cho (?:xu ly|giai quyet|tra loi|phe duyet|xac minh|y kien).*");

    private Words() {}

    /** Whether a column of results or states says that the case is open: nothing, or words for it that are known. */
    static boolean isOpen(String text) {
        return OPEN.matcher(words(text)).matches();
    }

    /**
     * The number in the old register as it is compared: "012", "12." and "12" are one.
     *
     * @return empty where it has no letter and no digit
     */
    public static String number(WrittenCell cell) {
        String line = VietnameseText.line(cell.text()).toUpperCase(Locale.ROOT);
        return LEADING_ZEROS.matcher(OUTER_SIGNS.matcher(line).replaceAll("")).replaceFirst("");
    }

    /** How the feedback reached the office; empty for words that are not known. */
    public static Optional<Channel> channel(String text) {
        return Optional.ofNullable(CHANNELS.get(BY.matcher(words(text)).replaceFirst("")));
    }

    /** What the sender wants; empty for words that are not known, and for those of both kinds. */
    public static Optional<Kind> kind(String text) {
        return Optional.ofNullable(KINDS.get(words(text)));
    }

    private static String words(String text) {
        return NO_WORD.matcher(VietnameseText.fold(text)).replaceAll(" ").strip();
    }

    /** A phone number with the 0 that Excel drops of what it takes for a number; any other text as it is. */
    public static String phone(WrittenCell cell) {
        BigDecimal number = cell.number();
        String figures = number != null && number.stripTrailingZeros().scale() <= 0
                ? number.toBigInteger().toString()
                : cell.text();
        String code = VietnameseText.code(figures);
        return WITHOUT_ZERO.matcher(code).matches() ? "0" + code : figures;
    }
}
