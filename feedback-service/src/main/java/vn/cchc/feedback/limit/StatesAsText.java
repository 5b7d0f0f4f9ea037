package vn.cchc.feedback.limit;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import vn.cchc.feedback.State;

/** A set of states in one column, sorted and separated by commas. */
@Converter
public class StatesAsText implements AttributeConverter<Set<State>, String> {

    @Override
    public String convertToDatabaseColumn(Set<State> states) {
        return states.stream().sorted().map(State::name).collect(Collectors.joining(","));
    }

    @Override
    public Set<State> convertToEntityAttribute(String text) {
        return text.isEmpty()
                ? Set.of()
                : Arrays.stream(text.split(",")).map(State::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
