package vn.cchc.bench.load;

/**
 * Result of a load tool.
 *
 * @param operations number of operations, all successful
 * @param perSecond throughput
 */
public record Volume(long operations, double perSecond) {}
