package vn.cchc.feedback.limit;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import vn.cchc.feedback.State;

/** Spans in one column, oldest first, each as {@code RECEIVED 2021-01-04T02:00:00Z}, separated by commas. */
@Converter
@Immutable
public class SpansAsText implements AttributeConverter<List<StateSpan>, String> {

    @Override
    public String convertToDatabaseColumn(List<StateSpan> spans) {
        return spans == null || spans.isEmpty()
                ? null
                : spans.stream().map(span -> span.state() + " " + span.from()).collect(Collectors.joining(","));
    }

    @Override
    public List<StateSpan> convertToEntityAttribute(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",")).map(SpansAsText::span).toList();
    }

    private static StateSpan span(String text) {
        int space = text.indexOf(' ');
        return new StateSpan(State.valueOf(text.substring(0, space)), Instant.parse(text.substring(space + 1)));
    }
}
