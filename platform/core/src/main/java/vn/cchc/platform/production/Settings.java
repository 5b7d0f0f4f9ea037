package vn.cchc.platform.production;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The configuration as rules of production read it. */
public interface Settings {

    /** Settings that are given as they are. */
    static Settings of(Map<String, String> values) {
        return new Settings() {
            @Override
            public Optional<String> raw(String property) {
                return Optional.ofNullable(values.get(property));
            }

            @Override
            public Set<String> names() {
                return Set.copyOf(values.keySet());
            }
        };
    }

    /** The value as it is configured, which may be blank; absent when the property is not set. */
    Optional<String> raw(String property);

    /** Names of all that is set, as its source spells them: properties, or environment variables. */
    Set<String> names();

    /** The value of a property; absent when it is not set or blank. */
    default Optional<String> get(String property) {
        return raw(property).filter(value -> !value.isBlank());
    }
}
