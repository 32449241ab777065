package io.copytaster.runtime.instance;

import java.time.Duration;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Takes the instance's lock before any other part of the service is made, because already the creation of a
 * transactional producer would push a living namesake aside. Settings: {@code copytaster.instance} (default 0) and
 * {@code copytaster.instance-patience} (default 10 s, how long a just killed predecessor's session may linger).
 */
public final class InstanceLockConfiguration implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (!environment.containsProperty("spring.datasource.url")) {
            return;
        }
        var lock = new PostgresInstanceLock(identity(environment), database(environment), () -> exit(context));
        lock.acquire(environment.getProperty("copytaster.instance-patience", Duration.class, Duration.ofSeconds(10)));
        var beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerSingleton("instanceLock", lock);
        // Registered first, hence closed last: the name is free only when everything that used it has stopped.
        beans.registerDisposableBean("instanceLock", lock::close);
    }

    private static PostgresInstanceLock.Identity identity(ConfigurableEnvironment environment) {
        return new PostgresInstanceLock.Identity(
                environment.getRequiredProperty("spring.application.name"),
                environment.getProperty("copytaster.instance", "0"));
    }

    private static PostgresInstanceLock.Database database(ConfigurableEnvironment environment) {
        return new PostgresInstanceLock.Database(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getProperty("spring.datasource.username", ""),
                environment.getProperty("spring.datasource.password", ""));
    }

    private static void exit(ConfigurableApplicationContext context) {
        Thread.ofPlatform().name("instance-lost").start(() -> {
            int code = SpringApplication.exit(context, () -> 1);
            Runtime.getRuntime().halt(code);
        });
    }
}
