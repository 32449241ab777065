package io.copytaster.cli.receive;

import io.copytaster.cli.terminal.ExitCode;
import io.copytaster.cli.terminal.Output;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code listen}: receives webhooks, verifies and prints them. */
@Command(
        name = "listen",
        description = "Receive webhooks on this machine, verify their signature and print them.",
        footer = {
            "",
            "Examples:",
            "  ./copytaster listen --secret whsec_…          verify with the endpoint's secret",
            "  ./copytaster listen --port 9000 | jq .data    one JSON object per line",
            "",
            "The message is answered 204 when its signature fits or no secret is given, 401 otherwise."
        })
public final class ListenCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8085", description = "Port (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--secret",
            paramLabel = "WHSEC",
            defaultValue = "${env:COPYTASTER_WEBHOOK_SECRET}",
            description = "The endpoint's secret, whsec_….")
    private @Nullable String secret;

    @Option(names = "--json", description = "One JSON object per line, on a terminal too.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        Output output = Output.of(json);
        try (WebhookReceiver receiver =
                WebhookReceiver.start(port, judge(), (message, verdict) -> print(output, message, verdict))) {
            output.say(
                    "listening on " + receiver.url() + (secret == null ? "; no --secret, so nothing is verified" : ""));
            new CountDownLatch(1).await();
        }
        return ExitCode.GOOD.number();
    }

    private Function<Message, Verdict> judge() {
        return secret == null ? _ -> new Verdict.Unchecked() : new SignatureCheck(secret, Clock.systemUTC())::check;
    }

    private static void print(Output output, Message message, Verdict verdict) {
        ObjectNode line = JSON.createObjectNode();
        line.put("webhookId", message.id());
        line.put("verified", verdict instanceof Verdict.Verified);
        if (verdict instanceof Verdict.Rejected(String reason)) {
            line.put("reason", reason);
        }
        line.set("body", message.json());
        output.result(line, sentence(message, verdict));
    }

    private static String sentence(Message message, Verdict verdict) {
        String mark = switch (verdict) {
            case Verdict.Verified _ -> "✔ signature verified";
            case Verdict.Rejected(String reason) -> "✘ rejected: " + reason;
            case Verdict.Unchecked _ -> "? not verified";
        };
        return message.id() + "  " + mark + "\n    "
                + JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(message.json())
                        .replace("\n", "\n    ");
    }
}
