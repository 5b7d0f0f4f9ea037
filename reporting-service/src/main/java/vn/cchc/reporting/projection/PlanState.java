package vn.cchc.reporting.projection;

import java.time.LocalDate;

/** The part of a {@code cchc.plan} event that reporting reads. */
public record PlanState(String number, Integer year, String title, LocalDate issuedOn, String state) {}
