package vn.cchc.plan.plan;

import java.util.List;

/** An area of the body ("lĩnh vực") as printed. */
public record PlanArea(int number, String title, List<String> measures) {}
