package vn.cchc.plan.transcript.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.cchc.plan.transcript.reading.AnnexColumns.Column;
import vn.cchc.plan.transcript.reading.ColumnRole.Named;
import vn.cchc.plan.transcript.reading.HeadingGrid.Headed;

/** Gives each role to one column: of several that name it, to the strongest. */
final class ColumnRoles {

    private ColumnRoles() {}

    static List<Column> assigned(List<Headed> headed) {
        List<Optional<Named>> named = headed.stream().map(ColumnRoles::named).toList();
        ColumnRole[] roles = new ColumnRole[headed.size()];
        for (ColumnRole role : ColumnRole.values()) {
            strongest(named, role).ifPresent(i -> roles[i] = role);
        }
        groupByColumnBefore(named, roles);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < roles.length; i++) {
            columns.add(HeadingGrid.column(headed.get(i), roles[i]));
        }
        return List.copyOf(columns);
    }

    /** By the lowest text that names a role: "Chủ trì" beneath "Phân công". */
    private static Optional<Named> named(Headed column) {
        String own = Words.of(column.texts().get(column.texts().size() - 1));
        for (int i = column.texts().size() - 1; i >= 0; i--) {
            Optional<Named> named = ColumnRole.named(Words.of(column.texts().get(i)));
            if (named.isPresent()) {
                boolean total = named.get().role() == ColumnRole.AMOUNT && Words.beginWithOne(own, "tong");
                return total ? Optional.of(new Named(ColumnRole.AMOUNT, 3)) : named;
            }
        }
        return Optional.empty();
    }

    /**
     * Of equally strong titles the last, since groups stand before their tasks. Of equally strong amounts none: they are
     * parts of a sum that is not printed.
     */
    private static Optional<Integer> strongest(List<Optional<Named>> named, ColumnRole role) {
        int most = named.stream()
                .flatMap(Optional::stream)
                .filter(each -> each.role() == role)
                .mapToInt(Named::strength)
                .max()
                .orElse(0);
        List<Integer> strongest = IntStream.range(0, named.size())
                .filter(i -> named.get(i)
                        .filter(each -> each.role() == role && each.strength() == most)
                        .isPresent())
                .boxed()
                .toList();
        if (role == ColumnRole.AMOUNT && strongest.size() > 1) {
            return Optional.empty();
        }
        return role == ColumnRole.TITLE
                ? strongest.stream().max(Comparator.naturalOrder())
                : strongest.stream().findFirst();
    }

    /** A weaker title before the column of tasks groups them: "Nội dung | Nhiệm vụ cụ thể". */
    private static void groupByColumnBefore(List<Optional<Named>> named, ColumnRole[] roles) {
        int title = Arrays.asList(roles).indexOf(ColumnRole.TITLE);
        if (named.stream().flatMap(Optional::stream).anyMatch(each -> each.role() == ColumnRole.AREA)) {
            return;
        }
        for (int i = 0; i < title; i++) {
            if (named.get(i).filter(each -> each.role() == ColumnRole.TITLE).isPresent()) {
                roles[i] = ColumnRole.AREA;
                return;
            }
        }
    }
}
