package io.copytaster.cli;

import io.copytaster.cli.check.DoctorCommand;
import io.copytaster.cli.copy.CopiesCommand;
import io.copytaster.cli.feeds.ParseFeedCommand;
import io.copytaster.cli.feeds.ParseOpmlCommand;
import io.copytaster.cli.follow.TailCommand;
import io.copytaster.cli.offline.EnrichCommand;
import io.copytaster.cli.offline.MatchCommand;
import io.copytaster.cli.page.ExtractCommand;
import io.copytaster.cli.receive.ListenCommand;
import io.copytaster.cli.send.PublishCommand;
import io.copytaster.cli.stack.DevCommand;
import io.copytaster.cli.terminal.CommandFailedException;
import io.copytaster.cli.terminal.ExitCode;
import io.copytaster.localservers.port.PortTakenException;
import io.copytaster.localservers.process.ServerFailedException;
import java.util.concurrent.CompletionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command {@code copytaster}. */
@Command(
        name = "copytaster",
        description = "Tells you within a second when something you watch appears in the news, once, with the reason.",
        mixinStandardHelpOptions = true,
        version = "copytaster 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            HelpCommand.class,
            DevCommand.class,
            PublishCommand.class,
            TailCommand.class,
            ListenCommand.class,
            EnrichCommand.class,
            MatchCommand.class,
            CopiesCommand.class,
            ExtractCommand.class,
            ParseFeedCommand.class,
            ParseOpmlCommand.class,
            DoctorCommand.class
        },
        footer = {
            "",
            "Start here: ./copytaster dev",
            "Exit codes: 0 good, 1 a negative answer, 2 usage, 3 not reachable, 4 refused."
        })
public final class CopytasterCommand {

    private CopytasterCommand() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line with every command, as {@link #main} runs it. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new CopytasterCommand());
        line.getSubcommands().values().stream()
                .filter(command -> !(command.getCommand() instanceof HelpCommand))
                .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
        line.setExecutionExceptionHandler((failure, command, _) -> say(failure, command));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    private static int say(Exception failure, CommandLine command) throws Exception {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        ExitCode exitCode = switch (cause) {
            case CommandFailedException failed -> failed.exitCode();
            case PortTakenException _ -> ExitCode.REFUSED;
            case ServerFailedException _ -> ExitCode.NOT_REACHABLE;
            case IllegalArgumentException _ -> ExitCode.USAGE;
            default -> throw failure;
        };
        command.getErr().println(cause.getMessage());
        return exitCode.number();
    }
}
