package vn.cchc.plan.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cchc.plan.finding.TargetDoubt;
import vn.cchc.plan.target.AimReading.Understood;
import vn.cchc.plan.target.AimReading.Unread;
import vn.cchc.plan.target.PrintedWording.Words;
import vn.cchc.platform.text.VietnameseText;

/**
 * Reads the quantitative aim from the text of one target: one quantity with the words that bound it, a range, or a change.
 * Whatever else the text says about the quantity must be known to change nothing; otherwise it is left with a {@link TargetDoubt}.
 */
public final class AimReader {

    static final Words PERCENT = Words.of(" (?:%|‰) ");

    /** A form before another hides its figures from it. */
    private static final List<QuantityForm> FORMS =
            List.of(new FromToForm(), new ShareForm(), new CountForm(), new RankForm());

    private static final Words BOUNDED_FIGURE = Words.of("(?<= )" + Quantity.CHAIN + Figure.PATTERN + " ");
    private static final Pattern BASE = Pattern.compile("(?iu)(?<!\\p{L})so với ([^,;.()]{1,100})");
    private static final Pattern OTHER_DIGIT = Pattern.compile("[\\p{N}&&[^0-9]]");

    private AimReader() {}

    /** The aim; empty for a qualitative target and one in doubt. */
    public static Optional<Aim> read(String text) {
        return reading(text).understood();
    }

    /** What the text of one target says. */
    public static AimReading reading(String text) {
        PrintedWording wording = PrintedWording.of(text);
        try {
            List<Quantity> quantities = quantities(wording);
            if (quantities.size() > 1) {
                return new Unread(TargetDoubt.SEVERAL_FIGURES);
            }
            if (quantities.isEmpty()) {
                return NoQuantity.read(wording);
            }
            if (OTHER_DIGIT.matcher(text).find()) {
                return new Unread(TargetDoubt.FIGURE);
            }
            return withBase(quantities.get(0).read(), text);
        } catch (Doubtful e) {
            return new Unread(e.doubt());
        }
    }

    /** The aim in words that are read to an equal one; with its sign where no form prints it. */
    public static String words(Aim aim) {
        return FORMS.stream()
                .flatMap(form -> form.print(aim).stream())
                .findFirst()
                .orElseGet(aim::text);
    }

    /** Growth with what it is relative to, as printed. */
    private static AimReading withBase(AimReading reading, String text) {
        if (reading instanceof Understood understood && understood.aim().unit().equals(Aim.PERCENT_MORE)) {
            Matcher base = BASE.matcher(VietnameseText.line(text));
            return new Understood(
                    understood.aim(), base.find() ? Optional.of(base.group(1).strip()) : Optional.empty());
        }
        return reading;
    }

    /** A percentage always is a quantity; a number only with a bound, a promise or a rank. */
    private static List<Quantity> quantities(PrintedWording wording) {
        List<Quantity> found = new ArrayList<>();
        StringBuilder rest = new StringBuilder(wording.text());
        for (QuantityForm form : FORMS) {
            Matcher matcher = form.words().in(wording).matcher(rest.toString());
            while (matcher.find()) {
                Quantity quantity = new Quantity(form, matcher, wording);
                if (quantity.isAskedFor()) {
                    found.add(quantity);
                    for (int i = matcher.start(); i < matcher.end() - 1; i++) {
                        rest.setCharAt(i, ' ');
                    }
                }
            }
        }
        refuseWhatIsLeft(rest.toString(), wording, !found.isEmpty());
        return found;
    }

    /** A figure with a bound, or a percentage, that no form has read. */
    private static void refuseWhatIsLeft(String rest, PrintedWording wording, boolean besideAQuantity) {
        Matcher left = BOUNDED_FIGURE.in(wording).matcher(rest);
        while (left.find()) {
            if (Quantity.bounds(left.group(1), wording).stream()
                    .anyMatch(bound -> bound.isLower() || bound.isUpper())) {
                throw new Doubtful(rest.startsWith("/ ", left.end()) ? TargetDoubt.FIGURE : TargetDoubt.UNIT);
            }
        }
        if (besideAQuantity && PERCENT.in(wording).matcher(rest).find()) {
            throw new Doubtful(TargetDoubt.FIGURE);
        }
    }
}
