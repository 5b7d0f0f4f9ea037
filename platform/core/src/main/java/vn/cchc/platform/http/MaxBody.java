package vn.cchc.platform.http;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Maximum body length of an operation: what it needs, with each character counted as a six-byte escape. A longer body
 * is refused with 413 by its declared length, before it is read. An operation without this annotation reads no body.
 */
@Retention(RUNTIME)
@Target(METHOD)
public @interface MaxBody {

    int KB = 1024;
    int MB = 1024 * KB;

    /** In bytes. */
    int value();
}
