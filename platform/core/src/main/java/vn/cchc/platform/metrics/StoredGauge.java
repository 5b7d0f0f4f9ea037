package vn.cchc.platform.metrics;

import io.micrometer.core.instrument.Tags;

/**
 * A gauge of a stored figure.
 *
 * @param name with dots, e.g. {@code cchc.feedback.open}; Prometheus shows underscores and the unit as suffix
 * @param unit e.g. {@code seconds}; null for a count
 * @param description becomes its HELP line; not blank
 * @param tags of a closed set of values: never an authority or a person
 */
public record StoredGauge(String name, String unit, String description, Tags tags) {

    public StoredGauge {
        if (description == null || description.isBlank()) {
            throw new IllegalArgumentException("The gauge " + name + " has no description");
        }
    }

    public StoredGauge(String name, String unit, String description) {
        this(name, unit, description, Tags.empty());
    }
}
