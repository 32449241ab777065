package io.copytaster.wire;

import io.copytaster.registry.SchemaRegistry;
import io.copytaster.registry.UnknownSchemaException;
import java.io.IOException;
import org.apache.avro.Schema;

/** Finds the schema that a record was written with. */
interface WriterSchemas {

    /** Throws {@link UnknownSchemaException} or {@link RegistryUnreachableException} when there is none to give. */
    Schema writerSchema(int id);

    static Schema ask(SchemaRegistry registry, int id) {
        try {
            return registry.schema(id)
                    .orElseThrow(() -> new UnknownSchemaException("the schema registry has no schema " + id));
        } catch (IOException e) {
            throw new RegistryUnreachableException(
                    "the schema " + id + " is not known yet and the schema registry cannot be asked", e);
        }
    }
}
