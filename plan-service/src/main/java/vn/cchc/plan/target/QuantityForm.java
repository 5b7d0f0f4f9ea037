package vn.cchc.plan.target;

import java.util.Optional;
import vn.cchc.plan.target.PrintedWording.Words;

/** A form of quantities: a production that reads what is asked for, and prints it in words that are read to an equal aim. */
interface QuantityForm {

    /** What it looks like, with figures and the chain of words before them in groups. */
    Words words();

    /** Whether the quantity is asked for: a number may also be a name ("5 phần mềm"). */
    default boolean isAskedFor(Quantity quantity) {
        return true;
    }

    /** Words that make one quantity of it and of what follows. */
    default Words notFollowedBy() {
        return Quantity.NOT_FOLLOWED_BY;
    }

    /** @throws Doubtful where the words around it do not say what is asked for */
    AimReading read(Quantity quantity);

    /** Empty where another form prints it. */
    Optional<String> print(Aim aim);
}
