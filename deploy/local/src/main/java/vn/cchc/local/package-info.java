/** The launcher behind {@code mvn -Pup}: everything on one machine, started, filled, shown and stopped in order. */
package vn.cchc.local;
