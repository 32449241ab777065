package io.copytaster.runtime.settings;

import java.time.Duration;

/**
 * Refuses values of settings outside their bounds, with the full key, what was expected and what came.
 *
 * @param prefix of all keys, such as {@code copytaster.feed}
 */
public record SettingBounds(String prefix) {

    /**
     * Refuses a number outside its bounds, which belong to it.
     *
     * @throws IllegalArgumentException below the least or above the most
     */
    public void require(int least, int most, String key, int value) {
        if (value < least || value > most) {
            throw refused(least + " to " + most, key, value);
        }
    }

    /**
     * Refuses a duration outside its bounds, which belong to it.
     *
     * @throws IllegalArgumentException below the least or above the most
     */
    public void require(Duration least, Duration most, String key, Duration value) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw refused(least + " to " + most, key, value);
        }
    }

    private IllegalArgumentException refused(String expected, String key, Object value) {
        return new IllegalArgumentException("expected " + expected + " in " + prefix + "." + key + ", got " + value);
    }
}
