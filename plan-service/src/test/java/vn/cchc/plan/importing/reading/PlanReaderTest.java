package vn.cchc.plan.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.cchc.plan.RealPlan;
import vn.cchc.platform.http.FieldFault;

class PlanReaderTest {

    private final PlanReader reader = new PlanReader(RealPlan.directory());
    private final ObjectNode json = RealPlan.json();

    private ReadPlan read() {
        return reader.read(RealPlan.read(json));
    }

    private ObjectNode row(int order) {
        return (ObjectNode) json.get("annex").get(order - 1);
    }

    @Test
    void the_real_annex_has_103_rows_31_headings_and_72_tasks() {
        ReadPlan reading = read();

        assertThat(reading.rows()).hasSize(103);
        assertThat(reading.headings()).isEqualTo(31);
        assertThat(reading.tasks()).isEqualTo(72);
        assertThat(reading.rows())
                .filteredOn(row -> row.printedCode().isEmpty())
                .hasSize(19);
    }

    @Test
    void money_is_kept_as_stated_and_summed_apart() {
        ReadPlan plan = read();

        assertThat(plan.computedTotal()).isEqualTo(33_900_000L);
        assertThat(plan.rows().get(0).stated()).contains(12_900_000L);
        assertThat(plan.rows().get(0).computed()).isEqualTo(11_900_000L);
    }

    @Test
    void a_code_is_kept_as_printed_beside_its_normal_form() {
        assertThat(read().rows().get(29).printedCode()).contains("2,2,1");
        assertThat(read().rows().get(29).code()).contains("2.2.1");
    }

    @Test
    void sections_of_the_annex_are_paired_with_areas_of_the_body() {
        Map<Integer, Integer> areas = new TreeMap<>();
        read().rows().stream()
                .filter(row -> row.level() == 1)
                .forEach(row -> areas.put(row.order(), row.areaNumber().orElse(0)));

        assertThat(areas).isEqualTo(Map.of(1, 7, 27, 1, 37, 2, 60, 3, 67, 4, 77, 5, 83, 6));
        assertThat(read().areas().byElimination()).containsExactly(27);
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
                .contains("annex[2].parent", "annex[3].parent", "annex[4].parent", "annex[5].parent");
        assertThat(faults.get(0).message().en()).isEqualTo("Row 3: its parents form a cycle");
        assertThat(faults).extracting(fault -> fault.message().en()).contains("Row 5: there is no parent row 999");
    }

    @Test
    void a_number_used_twice_is_refused() {
        row(9).put("order", 8);
        ((ArrayNode) json.get("areas")).add(json.get("areas").get(0).deepCopy());

        assertThat(PlanReader.faults(RealPlan.read(json)))
                .extracting(FieldFault::field)
                .containsExactly("annex[8].order", "areas[7].number");
    }

    @Test
    void more_targets_than_a_plan_has_are_refused_before_they_are_read() {
        ArrayNode targets = (ArrayNode) json.get("areas").get(1).get("targets");
        targets.removeAll();
        targets.addObject().put("text", "Đạt 90%; ".repeat(200));
        int others = (int) read().targets().stream()
                .filter(target -> target.row().isEmpty())
                .count();
        for (int i = others / 200; i < 9; i++) {
            targets.addObject().put("text", "Đạt 90%; ".repeat(200));
        }
        assertThat(PlanReader.faults(RealPlan.read(json))).isEmpty();

        targets.addObject().put("text", "Đạt 90%; ".repeat(200));

        assertThat(PlanReader.faults(RealPlan.read(json))).singleElement().satisfies(fault -> {
            assertThat(fault.field()).startsWith("areas[");
            assertThat(fault.message().en()).contains("More than 2000 targets");
        });
    }
}
