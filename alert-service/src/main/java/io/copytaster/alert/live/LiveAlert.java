package io.copytaster.alert.live;

/**
 * An alert as it was read from the stream.
 *
 * @param json what the subscriber is shown
 */
record LiveAlert(int partition, long offset, String subscriberId, String json) {}
