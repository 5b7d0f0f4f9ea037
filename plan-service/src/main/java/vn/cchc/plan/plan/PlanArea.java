package vn.cchc.plan.plan;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;

/** An area of the body ("lĩnh vực") as printed. */
@Schema(requiredProperties = {"number", "title", "measures"})
public record PlanArea(
        @Min(1) @Max(Printed.LAST_AREA) int number,
        @Size(max = Printed.SHORT) String title,
        @Size(max = Printed.MEASURES) List<@Size(max = Printed.LONG) String> measures) {}
