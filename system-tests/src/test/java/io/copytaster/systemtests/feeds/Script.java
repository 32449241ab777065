package io.copytaster.systemtests.feeds;

import java.io.IOException;

/** How a host answers a request. Called from several threads. */
@FunctionalInterface
public interface Script {

    /** Answers one request, well or badly; the connection is closed afterwards. */
    void answer(Exchange exchange) throws IOException;
}
