package vn.cchc.plan.plan;

import jakarta.validation.constraints.Size;
import java.util.List;
import vn.cchc.plan.Printed;

/** How the plan is carried out ("tổ chức thực hiện") as printed. */
public record PlanArrangement(
        @Size(max = Printed.SHORT) String title,
        @Size(max = Printed.PARAGRAPHS) List<@Size(max = Printed.LONG) String> paragraphs) {}
