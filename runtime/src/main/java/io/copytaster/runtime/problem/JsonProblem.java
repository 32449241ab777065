package io.copytaster.runtime.problem;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in words what is wrong with a JSON document, without repeating its content. */
public final class JsonProblem {

    private static final int LONGEST_NAME = 64;

    private JsonProblem() {}

    /** The refusal of a document that could not be parsed or bound. */
    public static Problem of(JacksonException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown -> unknownField(unknown);
            case InvalidFormatException wrong -> wrongType(wrong, "a value that is not one");
            case MismatchedInputException wrong -> wrongType(wrong, "something else");
            case DatabindException other -> Problem.invalid(path(other), clipped(other.getOriginalMessage()));
            default ->
                Problem.unreadable("malformed JSON" + place(failure) + "; send one well-formed JSON document in UTF-8");
        };
    }

    private static Problem unknownField(UnrecognizedPropertyException unknown) {
        return Problem.invalid(
                path(unknown),
                "unknown field" + place(unknown) + "; known are " + names(unknown.getKnownPropertyIds()));
    }

    private static String names(Collection<?> known) {
        return known.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static Problem wrongType(MismatchedInputException wrong, String got) {
        if (wrong.getPath().isEmpty()) {
            return Problem.unreadable("expected one JSON object and got " + got + place(wrong));
        }
        return Problem.invalid(path(wrong), "expected " + expected(wrong) + ", got " + got + place(wrong));
    }

    private static String expected(MismatchedInputException wrong) {
        var type = wrong.getTargetType();
        if (type == null) {
            return "another type";
        }
        if (type == String.class) {
            return "a string";
        }
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants());
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "an array";
        }
        return type == Instant.class ? "an instant such as 2026-11-25T10:15:30Z" : article(type);
    }

    private static String article(Class<?> type) {
        return type.isRecord() ? "an object" : "a value of type " + type.getSimpleName();
    }

    private static String path(DatabindException failure) {
        return clipped(failure.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining(".")));
    }

    private static String place(JacksonException failure) {
        var place = failure.getLocation();
        return place == null || place.getLineNr() < 1
                ? ""
                : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
    }

    private static String clipped(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME) + "…";
    }
}
