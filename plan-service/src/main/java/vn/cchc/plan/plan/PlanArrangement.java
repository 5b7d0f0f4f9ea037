package vn.cchc.plan.plan;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;

/** How the plan is carried out ("tổ chức thực hiện") as printed. */
@Schema(requiredProperties = {"title", "paragraphs"})
public record PlanArrangement(
        @Size(max = Printed.SHORT) String title,
        @Size(max = Printed.PARAGRAPHS) List<@Size(max = Printed.LONG) String> paragraphs) {}
