package vn.cchc.bench.data;

import java.util.UUID;

/**
 * One of the authorities of the bench.
 *
 * @param number from 1, by which pgbench draws it
 * @param token of a clerk
 */
public record Commune(int number, UUID id, UUID planId, String token) {}
