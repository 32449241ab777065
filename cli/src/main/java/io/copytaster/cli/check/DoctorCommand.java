package io.copytaster.cli.check;

import io.copytaster.cli.reach.Addresses;
import io.copytaster.cli.reach.Answer;
import io.copytaster.cli.reach.ServiceClient;
import io.copytaster.cli.terminal.CommandFailedException;
import io.copytaster.cli.terminal.ExitCode;
import io.copytaster.cli.terminal.Output;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code doctor}: what is there, what is missing, what to do next. */
@Command(
        name = "doctor",
        description = "Look at every part of the running system: what is reachable and ready, what is not, and what to"
                + " do next. Exit code 0 if all is well, 1 otherwise.",
        footer = {"", "Examples:", "  ./copytaster doctor", "  ./copytaster doctor --port-base 20000 --json"})
public final class DoctorCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Mixin
    private Addresses addresses = new Addresses();

    @Option(names = "--json", description = "One JSON object per finding.")
    private boolean json;

    @Override
    public Integer call() {
        Output output = Output.spoken(json);
        List<Finding> findings = findings();
        findings.forEach(finding -> output.result(JSON.valueToTree(finding), line(finding)));
        boolean well = findings.stream().allMatch(Finding::good);
        output.say(well ? "all is well" : "begin with the first ✘; what a part depends on stands before it");
        return (well ? ExitCode.GOOD : ExitCode.NEGATIVE).number();
    }

    private List<Finding> findings() {
        return Stream.concat(
                        Stream.of(kafka(), registry()),
                        Stream.of(addresses.ingest(), addresses.enrichment(), addresses.alert())
                                .map(DoctorCommand::service))
                .toList();
    }

    private Finding kafka() {
        return Broker.finding(addresses.kafka());
    }

    private Finding registry() {
        URI root = addresses.registry();
        ServiceClient client = new ServiceClient("Schema registry", root, "");
        try {
            Answer answer = client.get(root.getPath() + "/subjects");
            return answer.isGood()
                    ? Finding.good(
                            "Schema registry", root.toString(), answer.json().size() + " subjects")
                    : Finding.bad("Schema registry", root.toString(), "answered " + answer.status(), "see its log");
        } catch (CommandFailedException notThere) {
            return Finding.bad("Schema registry", root.toString(), "not reachable", "start one with ./copytaster dev");
        }
    }

    private static Finding service(ServiceClient client) {
        String root = client.root().toString();
        try {
            Answer answer = client.get("/actuator/health/readiness");
            return answer.isGood()
                    ? Finding.good(client.name(), root, "ready")
                    : Finding.bad(client.name(), root, "not ready: " + down(answer.json()), "see its log");
        } catch (CommandFailedException notThere) {
            return Finding.bad(client.name(), root, "not reachable", "start it with ./copytaster dev");
        }
    }

    private static String down(JsonNode health) {
        String names = health.path("components")
                .propertyStream()
                .filter(component ->
                        !component.getValue().path("status").asString("UP").equals("UP"))
                .map(component -> component.getKey())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? health.path("status").asString("no reason given") : names;
    }

    private static String line(Finding finding) {
        return String.format(
                Locale.ROOT,
                "  %s %-20s %-44s %s%s",
                finding.good() ? "✔" : "✘",
                finding.part(),
                finding.address(),
                finding.state(),
                finding.next().isEmpty() ? "" : "; " + finding.next());
    }
}
