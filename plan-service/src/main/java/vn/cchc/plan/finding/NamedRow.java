package vn.cchc.plan.finding;

import java.util.Optional;

/**
 * An annex row as people refer to it.
 *
 * @param code normalised; empty when no code can be recognised
 */
public record NamedRow(int order, Optional<String> code, String title) {}
