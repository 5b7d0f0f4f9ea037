package vn.cchc.plan.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells that name units, against a register of units. */
class UnitDirectoryTest {

    private static final UnitDirectory UNITS = new UnitDirectory(List.of(
            unit("VPDU", "Văn phòng Đảng uỷ"),
            unit("VPUB", "Văn phòng HĐND-UBND xã", "Văn phòng HĐND và UBND"),
            unit("TP", "Tư pháp"),
            unit("TC", "Tài chính"),
            unit("TCKT", "Tài chính, Kế toán"),
            unit("KT", "Kế toán"),
            unit("BN", "Các bộ, ngành, địa phương"),
            unit("PKT", "Phòng Kinh tế"),
            unit("UBND", "UBND")));

    private static UnitDirectory.Entry unit(String code, String name, String... aliases) {
        return new UnitDirectory.Entry(UUID.randomUUID(), code, name, UnitKind.UNIT, List.of(aliases));
    }

    private static String read(String cell) {
        return UNITS.read(cell).stream()
                .map(named -> named.text() + "="
                        + named.unit().map(UnitDirectory.Entry::code).orElse("?"))
                .collect(Collectors.joining(" | "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "Tư pháp @ Tư pháp=TP",
                "Văn phòng Đảng uỷ, Văn phòng HĐND-UBND xã @ Văn phòng Đảng uỷ=VPDU | Văn phòng HĐND-UBND xã=VPUB",
                "Tư pháp và Tài chính @ Tư pháp=TP | Tài chính=TC",
                "Tư pháp + Tài chính/Văn phòng Đảng uỷ @ Tư pháp=TP | Tài chính=TC | Văn phòng Đảng uỷ=VPDU",
                "Tư pháp; Tài chính, Văn phòng Đảng uỷ @ Tư pháp=TP | Tài chính=TC | Văn phòng Đảng uỷ=VPDU",
                "Văn phòng HĐND và UBND, Tư pháp @ Văn phòng HĐND và UBND=VPUB | Tư pháp=TP",
                "Các bộ, ngành, địa phương @ Các bộ, ngành, địa phương=BN",
                "Các bộ, ngành, địa phương và Tư pháp @ Các bộ, ngành, địa phương=BN | Tư pháp=TP"
            })
    void several_units_of_a_cell_are_told_apart_by_the_register(String cell, String read) {
        assertThat(read(cell)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "Tư pháp, Tài chính, Kế toán @ Tư pháp, Tài chính, Kế toán=?",
                "Tư pháp, @ Tư pháp,=TP",
                "Địa chính; Tư pháp @ Địa chính=? | Tư pháp=TP"
            })
    void what_is_in_doubt_stays_as_it_is_printed(String cell, String read) {
        assertThat(read(cell)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "Tư pháp, Địa chính @ Tư pháp=TP | Địa chính=?",
                "Văn phòng HĐND-UBND xã, Tổ công nghệ số thôn 9 @ Văn phòng HĐND-UBND xã=VPUB | Tổ công nghệ số thôn 9=?",
                "Tổ công nghệ số thôn 9 và Tư pháp @ Tổ công nghệ số thôn 9=? | Tư pháp=TP",
                "Văn phòng HĐND và UBND, Tổ A + Tổ B, Tư pháp @ Văn phòng HĐND và UBND=VPUB | Tổ A + Tổ B=? | Tư pháp=TP",
                "Tư pháp, các ban, ngành liên quan @ Tư pháp=TP | các ban, ngành liên quan=?",
                "Hội Phụ nữ; Tư pháp, Đoàn Thanh niên @ Hội Phụ nữ=? | Tư pháp=TP | Đoàn Thanh niên=?",
                "Hội Phụ nữ (Tổ 1, Tổ 2), Tư pháp @ Hội Phụ nữ (Tổ 1, Tổ 2)=? | Tư pháp=TP",
                "Sở Nội vụ, Văn phòng HĐND-UBND xã @ Sở Nội vụ=? | Văn phòng HĐND-UBND xã=VPUB",
                "Tư pháp, Sở Nội vụ @ Tư pháp=TP | Sở Nội vụ=?",
                "Tư pháp và các ban, ngành liên quan @ Tư pháp=TP | các ban, ngành liên quan=?",
                "Phòng Kinh tế, Hội Phụ nữ @ Phòng Kinh tế=PKT | Hội Phụ nữ=?",
                "Bộ phận Một cửa, Tư pháp @ Bộ phận Một cửa=? | Tư pháp=TP",
                "Tổ công tác của Đảng uỷ; Tư pháp @ Tổ công tác của Đảng uỷ=? | Tư pháp=TP"
            })
    void registered_units_are_told_apart_from_names_that_are_none(String cell, String read) {
        assertThat(read(cell)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tư pháp, hộ tịch và chứng thực",
                "Kế toán, tổng hợp",
                "Các đơn vị trừ Văn phòng Đảng uỷ, Tư pháp",
                "Văn phòng chủ trì, phối hợp Tài chính, Tư pháp",
                "Phối hợp: Địa chính, Tư pháp",
                "Địa chính hoặc Công an, Tư pháp",
                "Hội Phụ nữ (Địa chính, Tư pháp)",
                "Hội Phụ nữ, Tài chính, Kế toán và Tư pháp",
                "Hội Phụ nữ, Đoàn Thanh niên",
                "Chủ trì: Văn phòng; Phối hợp:; Tư pháp; Tài chính",
                "Chủ trì: Tư pháp; Phối hợp: Tài chính",
                "Tài chính; Địa chính trình Tư pháp",
                "Sở Nội vụ, Tư pháp",
                "Tổ A, Phòng Nội vụ, Tư pháp",
                "Các ban, ngành thuộc Văn phòng Đảng uỷ, Tư pháp",
                "Địa chính gửi báo cáo, Tư pháp",
                "Văn phòng HĐND và UBND tỉnh, Tư pháp và Địa chính",
                "Thường trực HĐND và UBND, Tổ A",
                "Tổ A và Thường trực HĐND và UBND, Địa chính",
                "Phòng Kinh tế, Hạ tầng và Đô thị, Tư pháp",
                "Tư pháp và Hộ tịch, Tài chính"
            })
    void a_name_that_may_go_on_and_units_with_different_parts_are_left(String cell) {
        assertThat(read(cell)).isEqualTo(cell + "=?");
    }

    @Test
    void a_long_series_is_left_to_people() {
        assertThat(UNITS.read("Tư pháp" + ", Tư pháp".repeat(20))).hasSize(1);
    }
}
