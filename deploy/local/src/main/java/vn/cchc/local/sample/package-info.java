/**
 * The sample: one commune's first quarter of 2021, described in {@code resources/sample} and played through the public
 * API.
 */
package vn.cchc.local.sample;
