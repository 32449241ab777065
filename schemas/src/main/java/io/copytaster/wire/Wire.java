package io.copytaster.wire;

import io.copytaster.registry.RegistrySettings;
import io.copytaster.registry.SchemaRegistry;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Makes serializers and deserializers from configuration. The classes are ours unless the configuration names others,
 * for example {@code io.confluent.kafka.serializers.KafkaAvroSerializer}, under {@link #SERIALIZER} and
 * {@link #DESERIALIZER}; the keys beside them are the same for both.
 */
public final class Wire {

    /** The key that names the serializer's class. */
    public static final String SERIALIZER = "copytaster.wire.serializer";

    /** The key that names the deserializer's class. */
    public static final String DESERIALIZER = "copytaster.wire.deserializer";

    static final String SPECIFIC_READER = "specific.avro.reader";

    private Wire() {}

    /**
     * A serializer of values. It looks schemas up and registers none, as {@link io.copytaster.stream.StreamSetup} did
     * that with the right compatibility, unless {@code auto.register.schemas} says otherwise.
     */
    public static Serializer<Object> serializer(Map<String, ?> config) {
        var settings = new HashMap<String, Object>(config);
        settings.putIfAbsent(AvroWireSerializer.AUTO_REGISTER, false);
        @SuppressWarnings("unchecked") // Kafka erases: a serializer of Avro records takes Object.
        Serializer<Object> serializer = make(config, SERIALIZER, AvroWireSerializer.class, Serializer.class);
        serializer.configure(settings, false);
        return serializer;
    }

    /** A deserializer of values to our generated classes. */
    public static Deserializer<Object> deserializer(Map<String, ?> config) {
        var settings = new HashMap<String, Object>(config);
        settings.putIfAbsent(SPECIFIC_READER, true);
        @SuppressWarnings("unchecked") // Kafka erases: what comes out is checked by EventReader.
        Deserializer<Object> deserializer = make(config, DESERIALIZER, AvroWireDeserializer.class, Deserializer.class);
        deserializer.configure(settings, false);
        return deserializer instanceof WriterSchemas
                ? deserializer
                : new CheckedDeserializer(deserializer, new SchemaRegistry(RegistrySettings.from(config)));
    }

    static boolean flag(Map<String, ?> config, String key, boolean otherwise) {
        var value = config.get(key);
        return value == null ? otherwise : Boolean.parseBoolean(value.toString().strip());
    }

    private static <T> T make(Map<String, ?> config, String key, Class<? extends T> ours, Class<T> kind) {
        var name = config.get(key);
        if (name == null || name.toString().isBlank()) {
            return create(ours, kind);
        }
        try {
            return create(Class.forName(name.toString().strip()), kind);
        } catch (ClassNotFoundException e) {
            throw new ConfigException(
                    key + " names " + name + ", which is not on the class path: for Confluent's classes"
                            + " build with the profile 'confluent'");
        }
    }

    private static <T> T create(Class<?> type, Class<T> kind) {
        try {
            return kind.cast(type.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new ConfigException(type.getName() + " cannot be used as a " + kind.getSimpleName() + ": " + e);
        }
    }
}
