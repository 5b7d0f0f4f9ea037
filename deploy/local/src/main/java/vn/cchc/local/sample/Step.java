package vn.cchc.local.sample;

import java.time.LocalDateTime;
import java.util.Map;

/**
 * A step of the sample quarter.
 *
 * @param at local time of the step
 * @param key unique in the sample and stable across attempts
 * @param action performs the step and returns ids and other results for later steps
 */
record Step(LocalDateTime at, String key, Action action) {
    interface Action {
        Map<String, String> play(Journal journal);
    }
}
