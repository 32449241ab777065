package io.copytaster.runtime.instance;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start-up that found its instance taken with one sentence instead of a stack trace. */
final class InstanceTakenFailureAnalyzer extends AbstractFailureAnalyzer<InstanceTakenException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InstanceTakenException cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
