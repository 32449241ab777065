package io.copytaster.runtime.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start-up that would open the API to everybody with one sentence instead of a stack trace. */
final class OpenListenerFailureAnalyzer extends AbstractFailureAnalyzer<OpenListenerException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, OpenListenerException cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
