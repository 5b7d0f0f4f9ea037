package vn.cchc.platform.production;

import java.util.Optional;

/** The configuration as rules of production read it. */
@FunctionalInterface
public interface Settings {

    /** The value as it is configured, which may be blank; absent when the property is not set. */
    Optional<String> raw(String property);

    /** The value of a property; absent when it is not set or blank. */
    default Optional<String> get(String property) {
        return raw(property).filter(value -> !value.isBlank());
    }
}
