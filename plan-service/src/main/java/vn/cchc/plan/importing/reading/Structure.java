package vn.cchc.plan.importing.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.cchc.plan.Printed;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.platform.http.FieldFault;

/**
 * Structural faults that make a document unusable: rows that do not form a tree, duplicate numbers. Everything else is
 * a finding.
 */
final class Structure {

    /** Maximum depth of the tree; deeper nesting is a mistake. */
    static final int DEEPEST = 8;

    private final PlanDocument document;
    private final Map<Integer, Integer> parentOf = new HashMap<>();
    private final List<FieldFault> faults = new ArrayList<>();

    private Structure(PlanDocument document) {
        this.document = document;
    }

    /** The faults in document order, their fields named from the document on; empty when the rows form a tree. */
    static List<FieldFault> faults(PlanDocument document) {
        Structure structure = new Structure(document);
        structure.checkOrder();
        if (structure.faults.isEmpty()) {
            structure.checkTree();
        }
        structure.checkAreas();
        structure.checkTargets();
        structure.checkAnnexes();
        return List.copyOf(structure.faults);
    }

    private void checkOrder() {
        int last = 0;
        for (int i = 0; i < document.annex().size(); i++) {
            PlanDocument.Row row = document.annex().get(i);
            if (row.order() <= last) {
                faults.add(FieldFault.of(
                        "annex[" + i + "].order",
                        "Dòng thứ " + row.order() + " phải đứng sau dòng thứ " + last
                                + ": thứ tự tăng dần, không trùng",
                        "Row " + row.order() + " must come after row " + last + ": orders ascend and are unique"));
            }
            last = Math.max(last, row.order());
            parentOf.put(row.order(), row.parent());
        }
    }

    private void checkTree() {
        for (int i = 0; i < document.annex().size(); i++) {
            PlanDocument.Row row = document.annex().get(i);
            if (row.parent() != null) {
                checkParent("annex[" + i + "].parent", row.order(), row.parent());
            }
        }
    }

    private void checkParent(String field, int order, int parent) {
        if (!parentOf.containsKey(parent)) {
            faults.add(FieldFault.of(
                    field,
                    "Dòng " + order + ": không có dòng cha " + parent,
                    "Row " + order + ": there is no parent row " + parent));
            return;
        }
        Set<Integer> seen = new HashSet<>(Set.of(order));
        Integer above = parent;
        while (above != null && seen.add(above)) {
            above = parentOf.get(above);
        }
        if (above != null) {
            faults.add(FieldFault.of(
                    field,
                    "Dòng " + order + ": các dòng cha tạo thành vòng lặp",
                    "Row " + order + ": its parents form a cycle"));
        } else if (parent > order) {
            faults.add(FieldFault.of(
                    field,
                    "Dòng " + order + ": dòng cha " + parent + " phải đứng trước",
                    "Row " + order + ": the parent row " + parent + " must come before it"));
        } else if (seen.size() > DEEPEST) {
            faults.add(FieldFault.of(
                    field,
                    "Dòng " + order + ": sâu quá " + DEEPEST + " cấp",
                    "Row " + order + ": deeper than " + DEEPEST + " levels"));
        }
    }

    /** Before they are read: each is compared with each row of the annex. */
    private void checkTargets() {
        int before = 0;
        for (int i = 0; i < document.areas().size(); i++) {
            PlanDocument.Area area = document.areas().get(i);
            for (int t = 0; t < area.targets().size(); t++) {
                int targets = before + TargetReader.parts(area.targets().get(t)).size();
                if (targets > Printed.TARGETS) {
                    faults.add(FieldFault.of(
                            "areas[" + i + "].targets[" + t + "].text",
                            "Quá " + Printed.TARGETS + " chỉ tiêu: dấu chấm phẩy ngăn cách các chỉ tiêu",
                            "More than " + Printed.TARGETS + " targets: a semicolon separates targets"));
                    return;
                }
                before = targets;
            }
        }
    }

    private void checkAnnexes() {
        int last = 0;
        for (int i = 0; i < document.annexHeadings().size(); i++) {
            int first = document.annexHeadings().get(i).firstRow();
            String field = "annexHeadings[" + i + "].firstRow";
            if (!parentOf.containsKey(first)) {
                faults.add(FieldFault.of(
                        field,
                        "Không có dòng " + first + " trong phụ lục",
                        "There is no row " + first + " in the annex"));
            } else if (first <= last) {
                faults.add(FieldFault.of(
                        field,
                        "Phụ lục phải bắt đầu sau dòng " + last + ", nơi phụ lục trước bắt đầu",
                        "The annex must begin behind row " + last + ", where the one before begins"));
            } else if (parentOf.get(first) != null) {
                faults.add(FieldFault.of(
                        field,
                        "Dòng " + first + " nằm dưới một dòng khác: phụ lục bắt đầu ở dòng cấp cao nhất",
                        "Row " + first + " is beneath another one: an annex begins with a row at the top"));
            }
            last = Math.max(last, first);
        }
    }

    private void checkAreas() {
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < document.areas().size(); i++) {
            PlanDocument.Area area = document.areas().get(i);
            if (!numbers.add(area.number())) {
                faults.add(FieldFault.of(
                        "areas[" + i + "].number",
                        "Lĩnh vực số " + area.number() + " xuất hiện hai lần",
                        "Area " + area.number() + " stands twice"));
            }
            for (int t = 0; t < area.targets().size(); t++) {
                for (int l = 0; l < area.targets().get(t).linkedRows().size(); l++) {
                    int linked = area.targets().get(t).linkedRows().get(l);
                    if (!parentOf.containsKey(linked)) {
                        faults.add(FieldFault.of(
                                "areas[" + i + "].targets[" + t + "].linkedRows[" + l + "]",
                                "Không có dòng " + linked + " trong phụ lục",
                                "There is no row " + linked + " in the annex"));
                    }
                }
            }
        }
    }
}
