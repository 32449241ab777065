package io.copytaster.cli.demo;

import io.copytaster.cli.receive.Message;
import io.copytaster.cli.receive.Verdict;

/**
 * A message that reached the demo's receiver.
 *
 * @param message as it came
 * @param verdict what is to be thought of it
 * @param afterMillis milliseconds since the command was given
 */
public record Arrival(Message message, Verdict verdict, long afterMillis) {

    public boolean isVerified() {
        return verdict instanceof Verdict.Verified;
    }
}
