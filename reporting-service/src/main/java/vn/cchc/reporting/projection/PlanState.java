package vn.cchc.reporting.projection;

import java.time.LocalDate;

/** What reporting reads of an event of {@code cchc.plan}. */
public record PlanState(String number, Integer year, String title, LocalDate issuedOn, String state) {}
