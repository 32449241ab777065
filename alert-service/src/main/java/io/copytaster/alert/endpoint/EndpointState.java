package io.copytaster.alert.endpoint;

import java.util.Locale;

/** Whether an endpoint receives deliveries. */
public enum EndpointState {
    /** Deliveries are sent. */
    ENABLED,
    /** Its owner asked for silence: deliveries wait and are sent when it is enabled again. */
    PAUSED,
    /** It said that it is gone: deliveries are cancelled, with the reason, until its owner enables it again. */
    DISABLED;

    /** As written in the database and over HTTP. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a label from the database. */
    public static EndpointState ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
