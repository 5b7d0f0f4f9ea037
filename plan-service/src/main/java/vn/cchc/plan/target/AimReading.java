package vn.cchc.plan.target;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import vn.cchc.plan.finding.TargetDoubt;

/** What the text of one target says about its quantitative aim. */
public sealed interface AimReading {

    /**
     * The aim was understood.
     *
     * @param base what growth is relative to, as printed ("năm 2021", "50 %"); empty where the text does not say
     */
    record Understood(Aim aim, Optional<String> base) implements AimReading {
        public Understood {
            Objects.requireNonNull(aim, "aim");
        }

        Understood(Aim aim) {
            this(aim, Optional.empty());
        }
    }

    /** There are figures, but what they ask for is in doubt. */
    record Unread(TargetDoubt doubt) implements AimReading {
        public Unread {
            Objects.requireNonNull(doubt, "doubt");
        }
    }

    /** No figure is asked for: "Hoàn thành các chức năng cơ bản". */
    record Qualitative() implements AimReading {}

    /** An aim with one figure. */
    static AimReading of(Operator operator, BigDecimal value, String unit, boolean assumed) {
        return new Understood(new Aim(operator, value, Optional.empty(), unit, assumed));
    }

    /** Empty unless understood. */
    default Optional<Aim> understood() {
        return this instanceof Understood understood ? Optional.of(understood.aim()) : Optional.empty();
    }
}
