package io.copytaster.runtime.access;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.ReactiveOpaqueTokenIntrospector;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/** Guards the HTTP API of a service by {@link AccessSettings}. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration"
        })
@EnableConfigurationProperties(AccessSettings.class)
public class AccessConfiguration {

    private static final String SUBSCRIBER = "subscriber";
    private static final String CONSOLE_POLICY = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'";

    @Bean
    @ConfigurationPropertiesBinding
    static SecretConverter secretConverter() {
        return new SecretConverter();
    }

    /** A span and a timer around every filter of every request cost more than the filters. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(-200)
    WebFilter hostFilter(AccessSettings settings) {
        return new HostFilter(settings.hosts());
    }

    @Bean
    ReactiveOpaqueTokenIntrospector bootstrapToken(AccessSettings settings) {
        return token -> isBootstrapToken(settings, token)
                ? Mono.just(principal(Caller.BOOTSTRAP))
                : Mono.error(new BadOpaqueTokenException("unknown token"));
    }

    @Bean
    SecurityWebFilterChain access(
            ServerHttpSecurity http, AccessSettings settings, @Value("${server.address:0.0.0.0}") InetAddress address) {
        requireTokenBeyondLoopback(settings, address);
        http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONSOLE_POLICY)));
        if (!settings.authenticates()) {
            return http.authorizeExchange(all -> all.anyExchange().permitAll()).build();
        }
        return http.authorizeExchange(calls -> calls.pathMatchers("/actuator/health/**")
                        .permitAll()
                        .anyExchange()
                        .authenticated())
                .oauth2ResourceServer(server ->
                        server.opaqueToken(_ -> {}).authenticationEntryPoint((exchange, _) -> unauthorized(exchange)))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint((exchange, _) -> unauthorized(exchange)))
                .build();
    }

    @Bean
    WebFluxConfigurer callerArgument() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(new CallerArgument());
            }
        };
    }

    private static void requireTokenBeyondLoopback(AccessSettings settings, InetAddress address) {
        if (!settings.authenticates() && !address.isLoopbackAddress()) {
            throw new OpenListenerException("server.address is " + address.getHostAddress()
                    + " but no authentication is configured: set copytaster.access.bootstrap-token (COPYTASTER_TOKEN)"
                    + " or bind to 127.0.0.1");
        }
    }

    private static boolean isBootstrapToken(AccessSettings settings, String token) {
        var expected = settings.bootstrapToken().value().getBytes(StandardCharsets.UTF_8);
        return settings.authenticates() && MessageDigest.isEqual(expected, token.getBytes(StandardCharsets.UTF_8));
    }

    private static OAuth2AuthenticatedPrincipal principal(Caller caller) {
        return new DefaultOAuth2AuthenticatedPrincipal(
                Map.of(SUBSCRIBER, caller.subscriberId()), List.copyOf(AuthorityUtils.NO_AUTHORITIES));
    }

    private static Mono<Void> unauthorized(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set("WWW-Authenticate", "Bearer");
        return ProblemResponse.write(
                exchange, HttpStatus.UNAUTHORIZED, "send the API token of this service as Authorization: Bearer …");
    }

    /** Binds a text setting as a secret. */
    static final class SecretConverter implements Converter<String, Secret> {
        @Override
        public Secret convert(String text) {
            return new Secret(text);
        }
    }

    private static final class CallerArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Mono<Object> resolveArgument(
                MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
            return exchange.getPrincipal()
                    .map(CallerArgument::caller)
                    .defaultIfEmpty(Caller.BOOTSTRAP)
                    .cast(Object.class);
        }

        private static Caller caller(Principal principal) {
            if (principal instanceof Authentication authentication
                    && authentication.getPrincipal() instanceof OAuth2AuthenticatedPrincipal holder
                    && holder.getAttribute(SUBSCRIBER) instanceof String subscriber) {
                return new Caller(subscriber);
            }
            return Caller.BOOTSTRAP;
        }
    }
}
