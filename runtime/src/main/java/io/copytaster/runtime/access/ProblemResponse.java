package io.copytaster.runtime.access;

import io.copytaster.runtime.problem.Problem;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem document where no controller has been reached yet. */
final class ProblemResponse {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ProblemResponse() {}

    static Mono<Void> write(ServerWebExchange exchange, HttpStatus status, String detail) {
        var document = Problem.document(status, "refused", detail);
        var body = JSON.createObjectNode()
                .put("type", String.valueOf(document.getType()))
                .put("title", document.getTitle())
                .put("status", document.getStatus())
                .put("detail", detail);
        var response = exchange.getResponse();
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
    }
}
