package vn.cchc.plan.plan;

import java.util.List;

/** How the plan is carried out ("tổ chức thực hiện") as printed. */
public record PlanArrangement(String title, List<String> paragraphs) {}
