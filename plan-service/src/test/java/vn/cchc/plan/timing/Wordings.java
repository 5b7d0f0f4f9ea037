package vn.cchc.plan.timing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Wordings with their right readings, and readings in the notation of these files. */
final class Wordings {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

    private Wordings() {}

    /**
     * @param right the right readings; more than one where several are right
     * @param report whether the readings hold in the row of a report
     */
    record Wording(String text, int year, List<String> right, boolean report) {

        boolean mayBeLeft() {
            return right.contains("U");
        }

        boolean isRead() {
            return !notation(read().rules(), year).equals("U");
        }

        TimingReading read() {
            return new TimingParser(year).read(text, report);
        }

        Outcome outcome() {
            String reading = notation(read().rules(), year);
            if (right.contains(reading)) {
                return reading.equals("U") && right.size() > 1 ? Outcome.LEFT : Outcome.RIGHT;
            }
            return reading.equals("U") ? Outcome.LEFT : Outcome.WRONG;
        }
    }

    /** Left where nothing is readable is right. */
    enum Outcome {
        RIGHT,
        LEFT,
        WRONG
    }

    static List<Wording> of(String file) {
        try (InputStream in = Wordings.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(Wordings::wording)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Wording wording(String line) {
        String[] columns = line.split("\t", -1);
        List<String> right = Arrays.stream(columns[3].split(" \\| ", -1))
                .map(reading -> reading.replace("report ", ""))
                .toList();
        String text = ESCAPE.matcher(columns[0])
                .replaceAll(escape -> Character.toString(Integer.parseInt(escape.group(1), 16)));
        return new Wording(text, Integer.parseInt(columns[1]), right, columns[3].startsWith("report "));
    }

    static String notation(List<TimingRule> rules, int year) {
        return rules.stream().map(rule -> notation(rule, year)).collect(Collectors.joining(" + "));
    }

    private static String notation(TimingRule rule, int year) {
        return switch (rule.kind()) {
            case FIXED -> {
                TimingRule.Fixed fixed = (TimingRule.Fixed) rule;
                yield "F:" + fixed.from().map(from -> from + "..").orElse("") + due(fixed.deadline());
            }
            case RECURRING -> {
                List<LocalDate> days = Occurrence.of(rule, year, false).stream()
                        .map(occurrence -> due(occurrence.due().orElseThrow()))
                        .toList();
                yield "R:%d:%s..%s".formatted(days.size(), days.get(0), days.get(days.size() - 1));
            }
            case REPORT_SCHEDULE ->
                "S:"
                        + ((TimingRule.ReportSchedule) rule)
                                .items().stream()
                                        .map(item -> item.period().part()
                                                + item.deadline()
                                                        .map(deadline -> "=" + due(deadline))
                                                        .orElse(""))
                                        .collect(Collectors.joining(","));
            case CONTINUOUS -> "C";
            case ON_REQUEST -> "Q";
            case ON_EVENT ->
                "E"
                        + ((TimingRule.OnEvent) rule)
                                .offset()
                                .map(Wordings::notation)
                                .orElse("");
            case BY_OTHER_PLAN -> "P";
            case UNREAD -> "U";
        };
    }

    private static String notation(Offset term) {
        return "%+d".formatted(term.amount())
                + switch (term.unit()) {
                    case HOUR -> "H";
                    case DAY -> "D";
                    case WORKING_DAY -> "WD";
                    case WEEK -> "W";
                    case MONTH -> "M";
                };
    }

    private static LocalDate due(Deadline deadline) {
        return due(DueBasis.of(deadline, false));
    }

    private static LocalDate due(DueBasis basis) {
        return basis.kind() == DueBasisKind.BEFORE ? basis.day().minusDays(1) : basis.day();
    }
}
