package io.copytaster.ingest.fetch;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Drops interim answers (1xx, RFC 9110, section 15.2), of which any number may come before the one that counts. One
 * instance per channel.
 */
final class InterimAnswerFilter extends ChannelInboundHandlerAdapter {

    private boolean isInterim;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpResponse response) {
            isInterim = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        }
        if (!isInterim) {
            context.fireChannelRead(message);
            return;
        }
        isInterim = !(message instanceof LastHttpContent);
        ReferenceCountUtil.release(message);
        // Whoever waits for the answer still waits: nobody else would ask for the next bytes.
        context.read();
    }
}
