package vn.cchc.platform.http;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The longest body that an operation takes: what it needs at most, counted with each character as an escape of six bytes. A
 * longer one is refused with 413, by its length before anything of it is read. An operation that takes a body says so; one
 * that does not reads none.
 */
@Retention(RUNTIME)
@Target(METHOD)
public @interface MaxBody {

    int KB = 1024;
    int MB = 1024 * KB;

    /** In bytes. */
    int value();
}
