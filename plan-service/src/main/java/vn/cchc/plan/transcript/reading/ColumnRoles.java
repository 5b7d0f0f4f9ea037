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
        List<Optional<Named>> named = named(headed);
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

    /** "Đơn vị" beside quantities is the unit in which they are counted. */
    private static List<Optional<Named>> named(List<Headed> headed) {
        boolean quantities =
                headed.stream().anyMatch(column -> Words.haveOne(own(column), "so luong", "khoi luong", "don gia"));
        List<Optional<Named>> named = new ArrayList<>();
        for (Headed column : headed) {
            boolean counted = quantities && own(column).equals("don vi") && !isLeadAbove(column);
            named.add(counted ? Optional.empty() : named(column));
        }
        return named;
    }

    /** Words of the lowest text. */
    private static String own(Headed column) {
        return Words.of(column.texts().get(column.texts().size() - 1));
    }

    private static boolean isLeadAbove(Headed column) {
        return column.texts().subList(0, column.texts().size() - 1).stream()
                .map(text -> ColumnRole.named(Words.of(text)))
                .flatMap(Optional::stream)
                .anyMatch(above -> above.role() == ColumnRole.LEAD);
    }

    /**
     * By the lowest text that names a role: "Chủ trì" beneath "Phân công". One that names something else ends the search: "Nguồn"
     * beneath "Kinh phí".
     */
    private static Optional<Named> named(Headed column) {
        String own = own(column);
        for (int i = column.texts().size() - 1; i >= 0; i--) {
            String words = Words.of(column.texts().get(i));
            Optional<Named> named = ColumnRole.named(words);
            if (named.isPresent()) {
                boolean money = named.get().role() == ColumnRole.AMOUNT;
                if (money && ColumnRole.isSpent(own)) {
                    return Optional.empty();
                }
                boolean total = money && Words.beginWithOne(own, "tong");
                int strength = Math.max(3, named.get().strength());
                return total ? Optional.of(new Named(ColumnRole.AMOUNT, strength)) : named;
            }
            if (ColumnRole.hasNoPlace(words)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * Of equally strong titles the last, since groups stand before their tasks; of codes and areas the first. Of other equally
     * strong columns none: they are parts of something that is not printed in one, as sums and spans of time.
     */
    private static Optional<Integer> strongest(List<Optional<Named>> named, ColumnRole role) {
        List<Integer> all = all(named, role);
        int most = all.stream()
                .mapToInt(i -> named.get(i).orElseThrow().strength())
                .max()
                .orElse(0);
        List<Integer> strongest = all.stream()
                .filter(i -> named.get(i).orElseThrow().strength() == most)
                .toList();
        return switch (role) {
            case TITLE -> strongest.stream().max(Comparator.naturalOrder());
            case CODE, AREA -> strongest.stream().findFirst();
            default ->
                strongest.size() > 1 ? Optional.empty() : strongest.stream().findFirst();
        };
    }

    private static List<Integer> all(List<Optional<Named>> named, ColumnRole role) {
        return IntStream.range(0, named.size())
                .filter(i -> named.get(i).filter(each -> each.role() == role).isPresent())
                .boxed()
                .toList();
    }

    /**
     * Groups of columns of which it is in doubt which has the role: several tasks, unless one names them in detail; a lead by
     * person and by unit; several equally strong of which none has it. Amounts are left out, they have a doubt of their own.
     *
     * @return headings of each group, separated by semicolons
     */
    static List<String> unclear(List<Headed> headed) {
        List<Optional<Named>> named = named(headed);
        List<String> unclear = new ArrayList<>();
        for (ColumnRole role : List.of(
                ColumnRole.TITLE, ColumnRole.LEAD, ColumnRole.COORDINATING, ColumnRole.PRODUCTS, ColumnRole.TIMING)) {
            List<Integer> all = all(named, role);
            boolean doubtful =
                    switch (role) {
                        case TITLE -> all.size() > 1 && strengths(named, all).get(0) < ColumnRole.IN_DETAIL;
                        case LEAD ->
                            strongest(named, role).isEmpty()
                                    || strengths(named, all).get(0) < ColumnRole.LEADING;
                        default -> strongest(named, role).isEmpty();
                    };
            if (all.size() > 1 && doubtful) {
                unclear.add(String.join(
                        "; ",
                        all.stream()
                                .map(i -> HeadingGrid.printed(headed.get(i)))
                                .toList()));
            }
        }
        return unclear;
    }

    /** The strongest first. */
    private static List<Integer> strengths(List<Optional<Named>> named, List<Integer> columns) {
        return columns.stream()
                .map(i -> named.get(i).orElseThrow().strength())
                .sorted(Comparator.reverseOrder())
                .toList();
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
