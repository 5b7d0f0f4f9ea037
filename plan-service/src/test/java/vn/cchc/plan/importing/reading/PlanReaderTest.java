package vn.cchc.plan.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import vn.cchc.plan.RealPlan;
import vn.cchc.plan.authority.UnitDirectory;
import vn.cchc.plan.plan.Finding;
import vn.cchc.plan.plan.Finding.Code;
import vn.cchc.platform.calendar.ShippedTable;
import vn.cchc.platform.http.FieldFault;

class PlanReaderTest {

    private final PlanReader reader = new PlanReader(
            new UnitDirectory(RealPlan.UNITS.stream()
                    .map(unit -> new UnitDirectory.Entry(
                            UUID.randomUUID(), unit.code(), unit.name(), unit.kind(), unit.aliases()))
                    .toList()),
            ShippedTable.calendar(),
            "UBND xã Thượng Lộ",
            false);
    private final ObjectNode json = RealPlan.json();

    private PlanReading read() {
        return reader.read(RealPlan.read(json));
    }

    private ObjectNode row(int order) {
        return (ObjectNode) json.get("annex").get(order - 1);
    }

    private List<Finding> found(Code code) {
        return read().findings().stream()
                .filter(finding -> finding.code() == code)
                .toList();
    }

    @Test
    void the_real_annex_has_103_rows_31_headings_and_72_tasks() {
        PlanReading reading = read();

        assertThat(reading.rows()).hasSize(103);
        assertThat(reading.headings()).isEqualTo(31);
        assertThat(reading.tasks()).isEqualTo(72);
        assertThat(reading.rows())
                .filteredOn(row -> row.printedCode().isEmpty())
                .hasSize(19);
    }

    @Test
    void stated_and_computed_money_are_compared_and_neither_is_corrected() {
        PlanReading reading = read();

        assertThat(found(Code.BUDGET_HEADING_DIFFERS))
                .extracting(Finding::rows, Finding::figures)
                .containsExactly(
                        tuple(
                                List.of(1),
                                Map.of("stated", 12_900_000L, "computed", 11_900_000L, "difference", 1_000_000L)),
                        tuple(List.of(72), Map.of("stated", 18_000_000L, "computed", 0L, "difference", 18_000_000L)));
        assertThat(found(Code.BUDGET_TOTAL_DIFFERS)).singleElement().satisfies(finding -> assertThat(finding.figures())
                .containsEntry("stated", 34_900_000L)
                .containsEntry("computed", 33_900_000L));
        assertThat(reading.computedTotal()).isEqualTo(33_900_000L);
        assertThat(reading.rows().get(0).stated()).contains(12_900_000L);
        assertThat(reading.rows().get(0).computed()).isEqualTo(11_900_000L);
    }

    @Test
    void codes_used_twice_and_malformed_codes_are_found_and_kept() {
        assertThat(found(Code.CODE_DUPLICATE))
                .extracting(finding -> finding.figures().get("code"), Finding::rows)
                .containsExactly(tuple("5.1.2", List.of(70, 71)), tuple("7.4.3", List.of(102, 103)));
        assertThat(found(Code.CODE_MALFORMED)).singleElement().satisfies(finding -> {
            assertThat(finding.rows()).containsExactly(30);
            assertThat(finding.figures()).containsEntry("printed", "2,2,1").containsEntry("normalised", "2.2.1");
        });
        assertThat(read().rows().get(29).printedCode()).contains("2,2,1");
        assertThat(found(Code.CODE_OUT_OF_PLACE)).isEmpty();
    }

    @Test
    void the_spellings_of_one_unit_are_brought_together() {
        assertThat(found(Code.UNIT_SPELLINGS))
                .filteredOn(finding -> finding.figures().get("unitCode").equals("VPTK"))
                .singleElement()
                .satisfies(finding -> assertThat((List<?>) finding.figures().get("spellings"))
                        .extracting(spelling -> ((Map<?, ?>) spelling).get("text"))
                        .asInstanceOf(InstanceOfAssertFactories.list(Object.class))
                        .containsExactlyInAnyOrder(
                                "Văn phòng - Thống kê",
                                "Văn phòng – Thống kê",
                                "Văn phòng, thống kê",
                                "Văn phòng – Thống kê tổng hợp"));
        assertThat(found(Code.UNIT_UNKNOWN)).isEmpty();
    }

    @Test
    void a_deadline_of_the_year_before_and_due_days_on_days_off_are_found() {
        assertThat(found(Code.DEADLINE_OUTSIDE_YEAR)).singleElement().satisfies(finding -> {
            assertThat(finding.rows()).containsExactly(2);
            assertThat(finding.figures()).containsEntry("day", "2020-12-31").containsEntry("dueOn", "2020-12-30");
        });
        assertThat(found(Code.DUE_ON_DAY_OFF))
                .filteredOn(finding -> finding.rows().equals(List.of(4)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.figures().get("days").toString())
                        .contains("dueOn=2021-02-27", "workOn=2021-02-26"));
    }

    @Test
    void the_digital_signature_target_of_the_body_conflicts_with_the_annex_and_nothing_else_does() {
        assertThat(found(Code.TARGET_CONFLICT)).singleElement().satisfies(finding -> {
            assertThat(finding.rows()).containsExactly(87);
            assertThat(finding.figures()).containsEntry("body", "100 %").containsEntry("annex", "≥ 90 %");
        });
    }

    @Test
    void rows_that_staff_link_to_a_target_are_compared_as_well() {
        ((ObjectNode) json.get("areas").get(5).get("targets").get(2))
                .putArray("linkedRows")
                .add(86);

        assertThat(found(Code.TARGET_CONFLICT)).extracting(Finding::rows).containsExactly(List.of(86), List.of(87));
    }

    @Test
    void every_timing_is_read_and_every_task_has_somebody_in_charge() {
        assertThat(found(Code.TIMING_UNREAD)).isEmpty();
        assertThat(found(Code.TIMING_MISSING)).isEmpty();
        assertThat(found(Code.LEAD_MISSING)).isEmpty();
        assertThat(found(Code.ISSUER_DIFFERS)).isEmpty();
    }

    @Test
    void sections_of_the_annex_are_paired_with_areas_of_the_body_and_the_last_pair_is_told() {
        Map<Integer, Integer> areas = new TreeMap<>();
        read().rows().stream()
                .filter(row -> row.level() == 1)
                .forEach(row -> areas.put(row.order(), row.areaNumber().orElse(0)));

        assertThat(areas).isEqualTo(Map.of(1, 7, 27, 1, 37, 2, 60, 3, 67, 4, 77, 5, 83, 6));
        assertThat(found(Code.AREA_BY_ELIMINATION)).extracting(Finding::rows).containsExactly(List.of(27));
    }

    @Test
    void the_body_has_26_targets_of_which_the_annex_repeats_some() {
        assertThat(read().targets())
                .filteredOn(target -> target.row().isEmpty())
                .hasSize(26);
        assertThat(read().targets())
                .filteredOn(target -> target.text().equals("100% văn bản áp dụng chữ ký số đúng quy định."))
                .singleElement()
                .satisfies(target -> assertThat(target.linkedRows()).contains(87));
    }

    @Test
    void a_deadline_lies_outside_the_year_by_its_due_day_and_not_by_the_day_printed() {
        row(2).put("timing", "Trước 01/01/2022");
        assertThat(found(Code.DEADLINE_OUTSIDE_YEAR)).isEmpty();

        row(2).put("timing", "Trước 01/01/2021");
        assertThat(found(Code.DEADLINE_OUTSIDE_YEAR))
                .extracting(Finding::figures)
                .containsExactly(Map.of("day", "2021-01-01", "dueOn", "2020-12-31", "year", 2021));
    }

    @Test
    void an_unreadable_timing_an_unknown_unit_and_a_missing_lead_are_findings_not_refusals() {
        row(5).put("timing", "Khi nào xong thì xong 3 việc");
        row(6).put("lead", "Ban Chỉ đạo chuyển đổi số");
        row(7).remove("lead");
        row(8).remove("timing");
        ((ObjectNode) json.get("header")).put("issuer", "UBND xã Hương Lộc");

        assertThat(PlanReader.faults(RealPlan.read(json))).isEmpty();
        assertThat(found(Code.TIMING_UNREAD)).extracting(Finding::rows).containsExactly(List.of(5));
        assertThat(found(Code.UNIT_UNKNOWN)).extracting(Finding::rows).containsExactly(List.of(6));
        assertThat(found(Code.LEAD_MISSING)).extracting(Finding::rows).containsExactly(List.of(7));
        assertThat(found(Code.TIMING_MISSING)).extracting(Finding::rows).containsExactly(List.of(8));
        assertThat(found(Code.ISSUER_DIFFERS)).hasSize(1);
    }

    @Test
    void a_cell_may_name_several_in_charge() {
        row(5).put("lead", "Tư pháp – Hộ tịch; Văn phòng – Thống kê");

        assertThat(read().rows().get(4).leads())
                .extracting(named -> named.unit().orElseThrow().code())
                .containsExactly("TPHT", "VPTK");
    }

    @Test
    void rows_in_a_cycle_a_missing_parent_and_numbers_out_of_order_are_refused_with_row_and_field() {
        row(3).put("parent", 4);
        row(4).put("parent", 3);
        row(5).put("parent", 999);
        row(6).put("parent", 7);

        List<FieldFault> faults = PlanReader.faults(RealPlan.read(json));

        assertThat(faults)
                .extracting(FieldFault::field)
                .contains(
                        "document.annex[2].parent",
                        "document.annex[3].parent",
                        "document.annex[4].parent",
                        "document.annex[5].parent");
        assertThat(faults.get(0).message().en()).isEqualTo("Row 3: its parents form a cycle");
        assertThat(faults).extracting(fault -> fault.message().en()).contains("Row 5: there is no parent row 999");
    }

    @Test
    void a_number_used_twice_is_refused() {
        row(9).put("order", 8);
        ((ArrayNode) json.get("areas")).add(json.get("areas").get(0).deepCopy());

        assertThat(PlanReader.faults(RealPlan.read(json)))
                .extracting(FieldFault::field)
                .containsExactly("document.annex[8].order", "document.areas[7].number");
    }
}
