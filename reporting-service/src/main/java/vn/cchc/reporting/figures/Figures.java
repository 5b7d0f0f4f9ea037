package vn.cchc.reporting.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The figures of a report in display order. */
public final class Figures {

    private final Map<String, Figure> byCode;

    public Figures(List<Figure> figures) {
        this.byCode = figures.stream()
                .collect(Collectors.toMap(
                        Figure::code,
                        Function.identity(),
                        (first, second) -> {
                            throw new IllegalArgumentException("Two figures " + first.code());
                        },
                        LinkedHashMap::new));
    }

    public List<Figure> all() {
        return List.copyOf(byCode.values());
    }

    public Optional<Figure> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** A figure that every report contains. */
    public Figure get(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("No figure " + code));
    }

    public long number(String code) {
        return get(code).number();
    }
}
