package vn.cchc.platform.access;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The right that an operation requires; on a resource class, that of all its operations. Enforced by {@link
 * AccessFilter}.
 */
@Retention(RUNTIME)
@Target({METHOD, TYPE})
public @interface Requires {

    Right value();
}
