package io.copytaster.alert.delivery;

import java.util.Locale;

/** Where a delivery stands. */
public enum DeliveryState {
    /** Waits for its due time. */
    PENDING,
    /** Leased to a sender, with a request under way. */
    SENDING,
    /** The receiver has it. */
    DELIVERED,
    /** The schedule is used up, or the receiver refused: listed, and can be sent again. */
    EXHAUSTED,
    /** Not wanted any more: its endpoint is gone. */
    CANCELLED;

    /** As written in the database and over HTTP. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a label from the database. */
    public static DeliveryState ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
