package vn.cchc.plan.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.cchc.plan.Printed;
import vn.cchc.plan.finding.TargetDoubt;
import vn.cchc.plan.target.AimReading.Understood;
import vn.cchc.plan.target.AimReading.Unread;
import vn.cchc.platform.text.VietnameseText;

/**
 * The targets that one printed text contains: those separated by semicolons; those separated by commas or full stops where each
 * is a target of its own.
 */
public final class TargetWording {

    private static final Pattern SEMICOLON = Pattern.compile("\\s*;\\s*");
    private static final Pattern CLAUSE = Pattern.compile("(?<=[,.])\\s+(?![^(]*\\))");
    /** A clause with less is the end of an enumeration: "đạt 90%, 95%". */
    private static final Pattern SAID_ABOUT = Pattern.compile("\\p{L}[^\\p{L}]+\\p{L}|\\p{L}{2}");

    private TargetWording() {}

    /**
     * A target with its part of the text.
     *
     * @param text as printed, without what separates it from the next
     */
    public record Part(String text, AimReading reading) {}

    /** In printed order; at least one unless the text is invisible. */
    public static List<Part> read(String text) {
        List<Part> parts = new ArrayList<>();
        boolean bounded = false;
        for (String printed : SEMICOLON.split(text, -1)) {
            String part = VietnameseText.strip(printed);
            if (!part.isEmpty()) {
                for (Part read : clauses(part)) {
                    parts.add(
                            bounded && isBare(read.reading())
                                    ? new Part(read.text(), new Unread(TargetDoubt.DIRECTION))
                                    : read);
                    bounded |= governsWhatFollows(read.reading());
                }
            }
        }
        return parts;
    }

    /** The text as one target, or as several when each of its clauses with a figure is one. */
    private static List<Part> clauses(String text) {
        AimReading whole = AimReader.reading(text);
        if (text.length() > Printed.CELL
                || !(whole instanceof Unread unread)
                || unread.doubt() != TargetDoubt.SEVERAL_FIGURES) {
            return List.of(new Part(text, whole));
        }
        List<Part> parts = new ArrayList<>();
        StringBuilder pending = new StringBuilder();
        for (String clause : CLAUSE.split(text, -1)) {
            pending.append(pending.isEmpty() ? "" : " ").append(clause);
            AimReading reading = AimReader.reading(clause);
            if (reading instanceof Unread) {
                return List.of(new Part(text, whole));
            }
            if (reading instanceof Understood) {
                parts.add(new Part(withoutSeparator(pending.toString()), AimReader.reading(pending.toString())));
                pending.setLength(0);
            }
        }
        boolean separate = parts.size() > 1
                && pending.isEmpty()
                && parts.stream().allMatch(TargetWording::isOfItsOwn)
                && (parts.stream().allMatch(part -> isBare(part.reading()))
                        || parts.stream().skip(1).noneMatch(part -> isBare(part.reading())));
        return separate ? parts : List.of(new Part(text, whole));
    }

    private static boolean isOfItsOwn(Part part) {
        return part.reading() instanceof Understood
                && SAID_ABOUT.matcher(part.text()).find()
                && !part.text().matches("(?s).*\\b20\\d\\d\\b.*");
    }

    /** Whether words of the target before might apply to it too: "giảm 10% chi phí; 15% thời gian". */
    private static boolean isBare(AimReading reading) {
        return reading.understood()
                .filter(aim -> aim.assumed()
                        && aim.operator() == Operator.AT_LEAST
                        && aim.unit().equals(Aim.PERCENT))
                .isPresent();
    }

    private static boolean governsWhatFollows(AimReading reading) {
        Optional<Aim> aim = reading.understood();
        if (reading instanceof Unread) {
            return true;
        }
        return aim.isPresent()
                && (aim.get().unit().equals(Aim.PERCENT_MORE)
                        || aim.get().operator() == Operator.LESS
                        || aim.get().operator() == Operator.AT_MOST);
    }

    private static String withoutSeparator(String clause) {
        return clause.endsWith(",") ? clause.substring(0, clause.length() - 1) : clause;
    }
}
