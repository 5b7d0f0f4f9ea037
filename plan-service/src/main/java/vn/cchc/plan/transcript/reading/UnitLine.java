package vn.cchc.plan.transcript.reading;

import java.util.Optional;

/** The line above a table that names its unit of money: "Đơn vị tính: triệu đồng". */
final class UnitLine {

    private UnitLine() {}

    static Optional<MoneyUnit> in(String line) {
        return Words.beginWithOne(Words.of(line), "dvt", "don vi tinh", "don vi") && line.length() <= 60
                ? MoneyUnit.in(line)
                : Optional.empty();
    }
}
