package vn.cchc.plan.timing;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code hour = n ("h" | "g" | ":") [nn] | n "giờ" [n ["phút"]]}. */
final class HourForm implements Production<LocalTime> {

    static String words(LocalTime hour) {
        return "%02d giờ %02d".formatted(hour.getHour(), hour.getMinute());
    }

    @Override
    public Optional<LocalTime> read(Tokens tokens) {
        Optional<Token> compact = tokens.token(Token.Kind.HOUR);
        if (compact.isPresent()) {
            List<Integer> parts = List.of(compact.get().folded().split("[hg:]")).stream()
                    .map(Integer::valueOf)
                    .toList();
            return time(parts.get(0), parts.size() > 1 ? parts.get(1) : 0);
        }
        OptionalInt hour = tokens.number(0, 23);
        if (hour.isEmpty() || !tokens.read("gio")) {
            return Optional.empty();
        }
        OptionalInt minute = tokens.number(0, 59);
        if (minute.isPresent()) {
            tokens.read("phut");
        }
        return time(hour.getAsInt(), minute.orElse(0));
    }

    private static Optional<LocalTime> time(int hour, int minute) {
        try {
            return Optional.of(LocalTime.of(hour, minute));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> print(LocalTime hour) {
        return Optional.of(words(hour));
    }
}
