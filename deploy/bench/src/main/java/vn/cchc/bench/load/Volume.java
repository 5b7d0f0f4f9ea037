package vn.cchc.bench.load;

/**
 * What a load tool has done.
 *
 * @param operations how many, all of them successful
 * @param perSecond operations per second
 */
public record Volume(long operations, double perSecond) {}
