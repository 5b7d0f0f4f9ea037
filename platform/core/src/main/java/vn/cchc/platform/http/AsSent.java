package vn.cchc.platform.http;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * What a view shows as it was sent: each text of the view has the bound of the text of the same name in these requests, and each
 * list of texts too. Nothing else writes those fields, and nothing makes them longer.
 */
@Retention(RUNTIME)
@Target(TYPE)
public @interface AsSent {

    /** Names of their schemas. */
    String[] value();
}
