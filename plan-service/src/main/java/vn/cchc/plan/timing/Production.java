package vn.cchc.plan.timing;

import java.util.List;
import java.util.Optional;

/** A production of the grammar: it reads a value from a timing text, and prints the value in Vietnamese. */
interface Production<T> {

    /** Reads from the present position. Where it does not match, it is empty, and the position is undefined. */
    Optional<T> read(Tokens tokens);

    /** The wording that this production reads to an equal value; empty where it has none for the value. */
    Optional<String> print(T value);

    /** The production of a list that has one. */
    default Production<List<T>> single() {
        return new Production<>() {
            @Override
            public Optional<List<T>> read(Tokens tokens) {
                return Production.this.read(tokens).map(List::of);
            }

            @Override
            public Optional<String> print(List<T> values) {
                return values.size() == 1 ? Production.this.print(values.get(0)) : Optional.empty();
            }
        };
    }
}
