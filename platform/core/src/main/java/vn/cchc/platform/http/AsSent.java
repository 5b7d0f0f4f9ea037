package vn.cchc.platform.http;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Fields of a view that are echoed from a request: each text, and each list of texts, has the length limits of the field of
 * the same name in these requests. Nothing else writes those fields, and nothing makes them longer.
 */
@Retention(RUNTIME)
@Target(TYPE)
public @interface AsSent {

    /** Schema names of the requests. */
    String[] value();
}
