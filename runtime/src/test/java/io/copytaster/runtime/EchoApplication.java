package io.copytaster.runtime;

import io.copytaster.runtime.access.Caller;
import io.copytaster.runtime.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A service with nothing but the runtime, on a free loopback port. */
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
public class EchoApplication {

    public static ConfigurableApplicationContext start(String... settings) {
        var application = new SpringApplication(EchoApplication.class, EchoController.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setDefaultProperties(Map.of(
                "server.port", "0",
                "server.address", "127.0.0.1",
                "spring.threads.virtual.enabled", "true",
                "spring.http.codecs.max-in-memory-size", "64KB"));
        return application.run(settings);
    }

    public static int port(ConfigurableApplicationContext context) {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    record Note(
            String headline, @Nullable Instant at, @Nullable List<String> tags) {}

    @RestController
    static class EchoController {

        @PostMapping("/notes")
        Note echo(@RequestBody Note note) {
            return note;
        }

        @GetMapping("/who")
        String who(Caller caller) {
            return caller.subscriberId();
        }

        @GetMapping("/busy")
        String busy() {
            throw Problem.tooMany(Duration.ofMillis(300), "busy");
        }

        @GetMapping("/broken")
        String broken() {
            throw new IllegalStateException("secret detail");
        }
    }
}
