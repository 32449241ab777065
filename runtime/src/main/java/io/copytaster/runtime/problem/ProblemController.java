package io.copytaster.runtime.problem;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

/** Turns every failure of a request into a problem document; what nobody expected is logged and answered 500. */
@RestControllerAdvice
@Order(0)
class ProblemController extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemController.class);
    private static final String TOO_LARGE = "the body is larger than this service accepts; send less";
    private static final Map<HttpStatus, String> TYPES = Map.of(
            HttpStatus.NOT_FOUND, "not-found",
            HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed",
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type",
            HttpStatus.NOT_ACCEPTABLE, "not-acceptable",
            HttpStatus.CONTENT_TOO_LARGE, "too-large",
            HttpStatus.BAD_REQUEST, "unreadable");

    @ExceptionHandler
    Mono<ResponseEntity<Object>> unexpected(Exception failure, ServerWebExchange exchange) {
        LOG.atError().setCause(failure).log("request failed unexpectedly");
        var document = Problem.document(
                HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", "the service failed on this request and logged why");
        return handleExceptionInternal(
                failure, document, new HttpHeaders(), HttpStatus.INTERNAL_SERVER_ERROR, exchange);
    }

    @Override
    protected Mono<ResponseEntity<Object>> handleServerWebInputException(
            ServerWebInputException failure, HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
        var problem = understood(failure);
        return handleExceptionInternal(failure, problem.getBody(), headers, problem.getStatusCode(), exchange);
    }

    @Override
    protected Mono<ResponseEntity<Object>> handleExceptionInternal(
            Exception failure,
            @Nullable Object body,
            @Nullable HttpHeaders headers,
            HttpStatusCode status,
            ServerWebExchange exchange) {
        var answer = body == null && failure instanceof ErrorResponse response ? typed(response) : body;
        return super.handleExceptionInternal(failure, answer, headers, status, exchange);
    }

    private static Object typed(ErrorResponse response) {
        var document = response.getBody();
        var status = HttpStatus.resolve(document.getStatus());
        if (document.getType() != null || status == null) {
            return document;
        }
        var detail = status == HttpStatus.CONTENT_TOO_LARGE ? TOO_LARGE : document.getDetail();
        return Problem.document(status, TYPES.getOrDefault(status, "refused"), detail);
    }

    private static Problem understood(ServerWebInputException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case DataBufferLimitException _ -> {
                    return Problem.tooLarge(TOO_LARGE);
                }
                case JacksonException json -> {
                    return JsonProblem.of(json);
                }
                default -> {}
            }
        }
        var reason = failure.getReason();
        return Problem.unreadable(reason == null ? "the request cannot be read" : reason);
    }
}
