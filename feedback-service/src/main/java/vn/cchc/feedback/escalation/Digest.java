package vn.cchc.feedback.escalation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.cchc.platform.text.PrintedDay;

/**
 * What a mail tells of: cases by their number in the register, without sender and content. The same whenever the mail is
 * sent again.
 *
 * @param more cases that are not listed
 */
public record Digest(Recipient recipient, List<Group> groups, int more) {

    /** Cases listed in a mail; the others are counted. */
    static final int MOST = 200;

    /** Cases of one authority. */
    public record Group(String authority, List<Line> lines) {}

    /** A case, as a mail shows it. */
    public record Line(int number, int year, String dueOn, String wording) {}

    /** A reminder, as it was decided. */
    public record Told(String authority, int number, int year, LocalDate dueOn, Recipient recipient, int workingDays) {

        private Line line() {
            return new Line(number, year, PrintedDay.inFigures(dueOn), wording());
        }

        private String wording() {
            if (workingDays < 0) {
                return "sắp đến hạn";
            }
            if (workingDays == 0) {
                return "đến hạn";
            }
            return switch (recipient) {
                case OFFICER_UNIT -> "đã quá hạn";
                case HEAD_OF_UNIT -> "đã quá hạn, báo cáo trưởng bộ phận";
                case LEADER -> "đã quá hạn, báo cáo lãnh đạo cơ quan";
                case SUPERIOR -> "đã quá hạn, báo cáo cơ quan cấp trên";
            };
        }
    }

    /** @param told in the order in which they are listed */
    static Digest of(Recipient recipient, List<Told> told) {
        Map<String, List<Line>> byAuthority = told.stream()
                .limit(MOST)
                .collect(Collectors.groupingBy(
                        Told::authority, TreeMap::new, Collectors.mapping(Told::line, Collectors.toList())));
        return new Digest(
                recipient,
                byAuthority.entrySet().stream()
                        .map(each -> new Group(each.getKey(), each.getValue()))
                        .toList(),
                Math.max(0, told.size() - MOST));
    }

    public int count() {
        return groups.stream().mapToInt(group -> group.lines().size()).sum() + more;
    }

    public String recipientName() {
        return switch (recipient) {
            case OFFICER_UNIT -> "bộ phận xử lý";
            case HEAD_OF_UNIT -> "trưởng bộ phận";
            case LEADER -> "lãnh đạo cơ quan";
            case SUPERIOR -> "cơ quan cấp trên";
        };
    }

    String subject() {
        return "Nhắc việc: " + count() + " phản ánh, kiến nghị đến hạn hoặc quá hạn";
    }
}
