package vn.cchc.bench.data;

import java.util.UUID;

/**
 * An authority of the bench.
 *
 * @param number from 1; pgbench draws it at random
 * @param token a clerk's token
 */
public record Commune(int number, UUID id, UUID planId, String token) {}
