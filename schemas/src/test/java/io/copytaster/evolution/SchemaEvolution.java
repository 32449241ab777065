package io.copytaster.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/**
 * Says what is wrong with a schema as the successor of a released one. Avro decides whether each reads what the other
 * wrote; beyond that our schemas only grow, as Avro would let a renamed field or a string turned into bytes pass.
 */
final class SchemaEvolution {

    private final List<String> violations = new ArrayList<>();

    private SchemaEvolution() {}

    static List<String> violations(Schema released, Schema current) {
        var evolution = new SchemaEvolution();
        evolution.reads("records of the release are unreadable now", current, released);
        evolution.reads("readers of the release cannot read new records", released, current);
        evolution.grows(released.getFullName(), released, current);
        return List.copyOf(evolution.violations);
    }

    private void reads(String problem, Schema reader, Schema writer) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        if (result.getType() != SchemaCompatibilityType.COMPATIBLE) {
            result.getResult()
                    .getIncompatibilities()
                    .forEach(difference -> violations.add(problem + ": " + difference.getType() + " at "
                            + difference.getLocation() + ", " + difference.getMessage()));
        }
    }

    private void grows(String place, Schema released, Schema current) {
        if (released.getType() != current.getType()) {
            violations.add(place + " was " + released.getType() + " and is " + current.getType());
            return;
        }
        if (!Objects.equals(released.getProp("logicalType"), current.getProp("logicalType"))) {
            violations.add(place + " has another logical type");
        }
        switch (released.getType()) {
            case RECORD -> growsRecord(place, released, current);
            case ENUM -> growsEnum(place, released, current);
            case ARRAY -> grows(place + "[]", released.getElementType(), current.getElementType());
            case MAP -> grows(place + "{}", released.getValueType(), current.getValueType());
            case UNION -> keepsBranches(place, released, current);
            case FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> keepsName(place, released, current);
        }
    }

    private void growsRecord(String place, Schema released, Schema current) {
        keepsName(place, released, current);
        for (var field : released.getFields()) {
            var successor = current.getField(field.name());
            var fieldPlace = place + "." + field.name();
            if (successor == null) {
                violations.add(fieldPlace + " was removed or renamed");
                continue;
            }
            if (!Objects.equals(field.defaultVal(), successor.defaultVal())) {
                violations.add(fieldPlace + " has another default");
            }
            grows(fieldPlace, field.schema(), successor.schema());
        }
    }

    private void growsEnum(String place, Schema released, Schema current) {
        keepsName(place, released, current);
        released.getEnumSymbols().stream()
                .filter(symbol -> !current.hasEnumSymbol(symbol))
                .forEach(symbol -> violations.add(place + " lost the symbol " + symbol));
    }

    private void keepsBranches(String place, Schema released, Schema current) {
        if (released.getTypes().size() != current.getTypes().size()) {
            violations.add(place + " has " + current.getTypes().size() + " union branches, had "
                    + released.getTypes().size());
            return;
        }
        for (int i = 0; i < released.getTypes().size(); i++) {
            grows(place, released.getTypes().get(i), current.getTypes().get(i));
        }
    }

    private void keepsName(String place, Schema released, Schema current) {
        if (!released.getFullName().equals(current.getFullName())) {
            violations.add(place + " was " + released.getFullName() + " and is " + current.getFullName());
        }
    }
}
