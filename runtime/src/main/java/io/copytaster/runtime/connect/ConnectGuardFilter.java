package io.copytaster.runtime.connect;

import io.copytaster.runtime.guard.TargetGuard;
import io.copytaster.runtime.guard.Verdict;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * The last word on where a connection goes: sees the very address of each one, whether written in the URL or resolved,
 * and lets nothing through that is not an internet address which the guard allows. Belongs first into the pipeline of
 * every outgoing channel; one instance per channel.
 */
public final class ConnectGuardFilter extends ChannelOutboundHandlerAdapter {

    private final TargetGuard guard;

    public ConnectGuardFilter(TargetGuard guard) {
        this.guard = guard;
    }

    @Override
    public void connect(
            ChannelHandlerContext context, SocketAddress remote, SocketAddress local, ChannelPromise promise) {
        switch (judge(remote)) {
            case Verdict.Allowed() -> {
                // The promise that was handed in is the result.
                var _ = context.connect(remote, local, promise);
            }
            case Verdict.Forbidden(var why) -> promise.setFailure(new BlockedTargetException(why));
        }
    }

    private Verdict judge(SocketAddress remote) {
        return remote instanceof InetSocketAddress internet && internet.getAddress() != null
                ? guard.judge(internet.getAddress(), internet.getPort())
                : new Verdict.Forbidden("is no resolved internet address");
    }

    /** The connection was refused by us; the message says why. */
    public static final class BlockedTargetException extends IOException {

        BlockedTargetException(String why) {
            super("the address " + why);
        }
    }
}
