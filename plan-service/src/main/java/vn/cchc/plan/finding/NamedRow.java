package vn.cchc.plan.finding;

import java.util.Optional;

/**
 * An annex row as people call it.
 *
 * @param code normalised; empty where none can be made out
 */
public record NamedRow(int order, Optional<String> code, String title) {}
