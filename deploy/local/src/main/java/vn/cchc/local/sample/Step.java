package vn.cchc.local.sample;

import java.time.LocalDateTime;
import java.util.Map;

/**
 * Something that somebody does in the quarter.
 *
 * @param at     local time at which it happens
 * @param key    unique in the sample, the same at every attempt
 * @param action what is done; tells ids and the like that later steps need
 */
record Step(LocalDateTime at, String key, Action action) {
    interface Action {
        Map<String, String> play(Journal journal);
    }
}
