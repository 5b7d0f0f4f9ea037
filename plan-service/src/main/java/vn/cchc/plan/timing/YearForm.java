package vn.cchc.plan.timing;

import java.util.Optional;
import java.util.OptionalInt;

/** The year that follows a day, month or quarter: {@code year = ("/" | [","] "năm") y | "năm sau" | "năm trước" | "hằng năm"}. */
final class YearForm {

    private YearForm() {}

    /** Consumes a year where there is one. */
    static Optional<Integer> after(Tokens tokens, int planYear) {
        int before = tokens.position();
        if (tokens.read("nam sau lien ke")
                || tokens.read("nam sau")
                || tokens.read("nam ke tiep")
                || tokens.read("nam tiep theo")
                || tokens.read("nam toi")
                || tokens.read("cua nam sau")) {
            return Optional.of(planYear + 1);
        }
        if (tokens.read("nam truoc")) {
            return Optional.of(planYear - 1);
        }
        if (tokens.read("nam nay")) {
            return Optional.of(planYear);
        }
        // Each year is no year: which one a report's day is of, its period says.
        if (tokens.read("hang nam")) {
            return Optional.empty();
        }
        if (tokens.read("/") || tokens.read(", nam") || tokens.read("nam") || tokens.read("cua nam")) {
            OptionalInt year = tokens.year();
            if (year.isPresent()) {
                return Optional.of(year.getAsInt());
            }
        }
        tokens.reset(before);
        return Optional.empty();
    }
}
