package io.copytaster.runtime.access;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Answers 421 to a request whose Host is not ours, so that a page that rebinds a name of its own to loopback cannot
 * speak to a service without authentication.
 */
final class HostFilter implements WebFilter {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final List<String> hosts;

    HostFilter(List<String> hosts) {
        this.hosts = hosts;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var host = exchange.getRequest().getHeaders().getHost();
        if (isOurs(host == null ? null : host.getHostString())) {
            return chain.filter(exchange);
        }
        return ProblemResponse.write(
                exchange,
                HttpStatus.MISDIRECTED_REQUEST,
                "the Host header names a host that is not ours; add it to copytaster.access.hosts");
    }

    private boolean isOurs(@Nullable String host) {
        if (hosts.contains("*")) {
            return true;
        }
        if (host == null) {
            return false;
        }
        var name = host.toLowerCase(Locale.ROOT);
        return LOOPBACK.contains(name) || hosts.contains(name);
    }
}
