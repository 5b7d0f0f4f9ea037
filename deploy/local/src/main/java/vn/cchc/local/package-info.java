/**
 * The launcher behind {@code mvn -Pup}: starts the whole system on one machine, fills it, prints how to use it and
 * stops it in order.
 */
package vn.cchc.local;
