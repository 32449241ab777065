package io.copytaster.runtime.access;

/**
 * A text that must not be printed: {@link #toString()} answers {@code ***}.
 *
 * @param value the secret itself; hand it only to what needs it
 */
public record Secret(String value) {

    /** Whether there is no secret. */
    public boolean isEmpty() {
        return value.isEmpty();
    }

    @Override
    public String toString() {
        return "***";
    }
}
