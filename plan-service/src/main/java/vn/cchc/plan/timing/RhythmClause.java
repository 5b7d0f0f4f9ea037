package vn.cchc.plan.timing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Rhythms:
 *
 * <pre>
 * rhythms = ["định kỳ"] (every unit {("," | "và" | "/") [every] unit} | times | end)
 * every   = "hàng" | "hằng" | "mỗi"
 * unit    = "tuần" | "tháng" | "quý" | ["cuối"] "năm"
 * times   = n "lần" "/" unit | "mỗi" unit n "lần" | n unit ("/" | "một") "lần"
 * end     = "cuối" ["mỗi" | "hàng"] "quý" | "cuối năm" | "trong các quý"
 * </pre>
 *
 * "Ba lần một tháng" and "hai lần một năm" imply no days, so they are left; twice a month is the 15th and the last.
 */
final class RhythmClause implements Production<List<TimingRule>> {

    private static final Map<Rhythm, String> WORDS = Map.of(
            Rhythm.WEEKLY, "hàng tuần",
            Rhythm.MONTHLY, "hàng tháng",
            Rhythm.TWICE_MONTHLY, "2 lần/tháng",
            Rhythm.QUARTERLY, "hàng quý",
            Rhythm.QUARTERLY_AND_YEAR_END, "hàng quý và cuối năm",
            Rhythm.HALF_YEARLY, "6 tháng/lần",
            Rhythm.YEARLY, "hàng năm");

    static String words(Rhythm rhythm) {
        return WORDS.get(rhythm);
    }

    @Override
    public Optional<List<TimingRule>> read(Tokens tokens) {
        int start = tokens.position();
        tokens.read("dinh ky");
        int first = tokens.position();
        return list(tokens)
                .or(() -> {
                    tokens.reset(first);
                    return times(tokens).map(List::of);
                })
                .or(() -> {
                    tokens.reset(start);
                    return end(tokens).map(List::of);
                })
                .map(rhythms -> rhythms.stream()
                        .<TimingRule>map(TimingRule.Recurring::new)
                        .toList());
    }

    static Optional<Rhythm> every(Tokens tokens) {
        return tokens.read("hang") || tokens.read("moi") ? unit(tokens) : Optional.empty();
    }

    private static Optional<Rhythm> unit(Tokens tokens) {
        if (tokens.read("tuan")) {
            return Optional.of(Rhythm.WEEKLY);
        }
        if (tokens.read("thang")) {
            return Optional.of(Rhythm.MONTHLY);
        }
        if (tokens.read("quy")) {
            return Optional.of(Rhythm.QUARTERLY);
        }
        return tokens.read("nam") ? Optional.of(Rhythm.YEARLY) : Optional.empty();
    }

    private static Optional<List<Rhythm>> list(Tokens tokens) {
        Optional<Rhythm> first = every(tokens);
        if (first.isEmpty() || oneTime(tokens)) {
            return first.map(List::of);
        }
        List<Rhythm> rhythms = new ArrayList<>(List.of(first.get()));
        int end = tokens.position();
        while (tokens.read(", va") || tokens.read(",") || tokens.read("va") || tokens.read("/")) {
            Optional<Rhythm> next = next(tokens);
            if (next.isEmpty() || next.get().compareTo(rhythms.get(rhythms.size() - 1)) <= 0) {
                break;
            }
            rhythms.add(next.get());
            end = tokens.position();
        }
        tokens.reset(end);
        return Optional.of(
                rhythms.equals(List.of(Rhythm.QUARTERLY, Rhythm.YEARLY))
                        ? List.of(Rhythm.QUARTERLY_AND_YEAR_END)
                        : List.copyOf(rhythms));
    }

    private static Optional<Rhythm> next(Tokens tokens) {
        if (tokens.read("cuoi nam")) {
            return Optional.of(Rhythm.YEARLY);
        }
        if (!tokens.read("hang")) {
            tokens.read("moi");
        }
        return unit(tokens);
    }

    /** "Mỗi tháng <em>01 lần</em>". */
    private static boolean oneTime(Tokens tokens) {
        int before = tokens.position();
        if (one(tokens) && tokens.read("lan")) {
            return true;
        }
        tokens.reset(before);
        return false;
    }

    private static boolean one(Tokens tokens) {
        return tokens.number(1, 1).isPresent() || tokens.read("mot");
    }

    private static Optional<Rhythm> times(Tokens tokens) {
        OptionalInt number = tokens.number(1, 12);
        if (number.isEmpty()) {
            number = NumberWords.read(tokens);
        }
        if (number.isEmpty()) {
            return Optional.empty();
        }
        int count = number.getAsInt();
        if (!tokens.read("lan")) {
            return unit(tokens).filter(unit -> perTime(tokens)).flatMap(unit -> everyFew(count, unit));
        }
        if (!tokens.read("/") && !tokens.read("mot") && !tokens.read("moi")) {
            return Optional.empty();
        }
        return unit(tokens)
                .flatMap(unit -> count == 1
                        ? Optional.of(unit)
                        : count == 2 && unit == Rhythm.MONTHLY ? Optional.of(Rhythm.TWICE_MONTHLY) : Optional.empty());
    }

    private static boolean perTime(Tokens tokens) {
        return tokens.read("/ lan") || oneTime(tokens);
    }

    private static Optional<Rhythm> everyFew(int count, Rhythm unit) {
        if (count == 1) {
            return Optional.of(unit);
        }
        if (unit != Rhythm.MONTHLY) {
            return Optional.empty();
        }
        return switch (count) {
            case 3 -> Optional.of(Rhythm.QUARTERLY);
            case 6 -> Optional.of(Rhythm.HALF_YEARLY);
            case 12 -> Optional.of(Rhythm.YEARLY);
            default -> Optional.empty();
        };
    }

    private static Optional<Rhythm> end(Tokens tokens) {
        if (tokens.read("cuoi moi quy")
                || tokens.read("cuoi hang quy")
                || tokens.read("cuoi cac quy")
                || tokens.read("cuoi quy")
                || tokens.read("trong cac quy")) {
            return Optional.of(Rhythm.QUARTERLY);
        }
        if (tokens.read("cuoi moi thang") || tokens.read("cuoi hang thang")) {
            return Optional.of(Rhythm.MONTHLY);
        }
        return tokens.read("cuoi nam") ? Optional.of(Rhythm.YEARLY) : Optional.empty();
    }

    @Override
    public Optional<String> print(List<TimingRule> rules) {
        return rules.size() == 1
                        && rules.get(0) instanceof TimingRule.Recurring recurring
                        && recurring.day().isEmpty()
                        && recurring.exceptions().isEmpty()
                ? Optional.of(words(recurring.rhythm()))
                : Optional.empty();
    }
}
