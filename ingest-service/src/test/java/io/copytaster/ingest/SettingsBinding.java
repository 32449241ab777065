package io.copytaster.ingest;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Binds settings as the running service does. */
public final class SettingsBinding {

    private SettingsBinding() {}

    /** The settings of a prefix, with these keys set and the rest by default. */
    public static <T> T bind(String prefix, Class<T> type, Map<String, String> keys) {
        var properties = new HashMap<String, String>();
        keys.forEach((key, value) -> properties.put(prefix + "." + key, value));
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, Bindable.of(type));
    }

    /** What a refusal says. */
    public static String reason(Throwable refusal) {
        var cause = refusal;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
