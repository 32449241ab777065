package io.copytaster.runtime.consumers;

import org.springframework.context.ApplicationListener;
import org.springframework.kafka.event.ConsumerStoppedEvent;

/** Ends the process when a consumer stops for any reason but ours: only a fresh process may take its place. */
final class StoppedListener implements ApplicationListener<ConsumerStoppedEvent> {

    private final ServiceExit exit;

    StoppedListener(ServiceExit exit) {
        this.exit = exit;
    }

    @Override
    public void onApplicationEvent(ConsumerStoppedEvent event) {
        switch (event.getReason()) {
            case NORMAL -> {}
            case FENCED ->
                exit.exit("another process uses this instance's group member or transactional id, so this one stops:"
                        + " give each process its own copytaster.instance (COPYTASTER_INSTANCE)");
            case AUTH ->
                exit.exit("the broker refuses this service: check the credentials and rights in spring.kafka.*");
            case NO_OFFSET -> exit.exit("a partition has no offset to start from: set auto.offset.reset to earliest");
            case ABNORMAL, ERROR ->
                exit.exit("a consumer stopped by an error that is logged above, so this process stops");
        }
    }
}
