package vn.cchc.plan.transcript.reading;

import java.util.Optional;

/** How an amount of the annex is printed, for people to see beside what was read: "12,9 (triệu đồng)". */
final class PrintedAmount {

    private PrintedAmount() {}

    /**
     * The text of the cell, with the unit of its column where the cell names none.
     *
     * @param dong what was read; null where the amount is in doubt
     * @param ofColumn unit that the heading, or a line above the table, names
     * @return null where nothing is printed, or no more than the number of đồng
     */
    static String of(String cell, Long dong, Optional<MoneyUnit> ofColumn) {
        String text = cell.replace(MoneyText.DIVIDED, ';');
        if (Words.of(text).isEmpty() || isDong(text, dong)) {
            return null;
        }
        // "Theo dự toán" is an amount in no unit.
        boolean figures = text.chars().anyMatch(c -> c >= '0' && c <= '9');
        String unit = figures && MoneyText.of(cell).unit().isEmpty()
                ? ofColumn.map(PrintedAmount::words).orElse("")
                : "";
        return Excerpt.of(unit.isEmpty() ? text : text + " (" + unit + ")");
    }

    private static boolean isDong(String text, Long dong) {
        StringBuilder digits = new StringBuilder();
        text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return dong != null && digits.toString().equals(Long.toString(dong));
    }

    private static String words(MoneyUnit unit) {
        return switch (unit) {
            case BILLION -> "tỷ đồng";
            case MILLION -> "triệu đồng";
            case THOUSAND -> "nghìn đồng";
            case DONG -> "đồng";
            default -> "";
        };
    }
}
