package io.copytaster.evolution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;

/** What every schema of ours must be, so that it can grow: all has a default, every enum knows UNKNOWN, no choice but null. */
final class HouseRules {

    private final List<String> violations = new ArrayList<>();
    private final Set<String> visited = new HashSet<>();

    private HouseRules() {}

    static List<String> violations(Schema schema) {
        var rules = new HouseRules();
        rules.check(schema.getFullName(), schema);
        return List.copyOf(rules.violations);
    }

    private void check(String place, Schema schema) {
        switch (schema.getType()) {
            case RECORD -> checkRecord(schema);
            case ENUM -> checkEnum(schema);
            case UNION -> checkUnion(place, schema);
            case ARRAY -> check(place + "[]", schema.getElementType());
            case MAP -> check(place + "{}", schema.getValueType());
            case FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
        }
    }

    private void checkRecord(Schema schema) {
        if (!visited.add(schema.getFullName())) {
            return;
        }
        if (schema.getDoc() == null) {
            violations.add(schema.getFullName() + " has no doc");
        }
        for (var field : schema.getFields()) {
            var place = schema.getFullName() + "." + field.name();
            if (!field.hasDefaultValue()) {
                violations.add(place + " has no default");
            }
            check(place, field.schema());
        }
    }

    private void checkEnum(Schema schema) {
        if (!Objects.equals(schema.getEnumDefault(), "UNKNOWN")) {
            violations.add(schema.getFullName() + " has no default symbol UNKNOWN");
        }
    }

    private void checkUnion(String place, Schema schema) {
        var types = schema.getTypes();
        if (types.size() != 2 || types.getFirst().getType() != Schema.Type.NULL) {
            violations.add(place + " is a union other than null and one type");
        }
        types.forEach(type -> check(place, type));
    }
}
