package vn.cchc.feedback.limit;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;

/** Extensions in one column, oldest first, each as {@code 5 2021-01-14T02:00:00Z}, separated by commas. */
@Converter
@Immutable
public class ExtensionsAsText implements AttributeConverter<List<Extension>, String> {

    @Override
    public String convertToDatabaseColumn(List<Extension> extensions) {
        return extensions == null || extensions.isEmpty()
                ? null
                : extensions.stream()
                        .map(one -> one.amount() + " " + one.grantedAt())
                        .collect(Collectors.joining(","));
    }

    @Override
    public List<Extension> convertToEntityAttribute(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(ExtensionsAsText::extension)
                        .toList();
    }

    private static Extension extension(String text) {
        int space = text.indexOf(' ');
        return new Extension(Integer.parseInt(text.substring(0, space)), Instant.parse(text.substring(space + 1)));
    }
}
