package io.copytaster.enrichment;

import io.copytaster.event.ArticleEnriched;
import io.copytaster.event.ArticleIngested;
import io.copytaster.stream.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** The wire format without a registry: every schema has the id 1. */
public final class PlainAvro implements Serializer<Object>, Deserializer<Object> {

    private static final byte[] HEADER = {0, 0, 0, 0, 1};

    @Override
    public byte[] serialize(String stream, Object event) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(HEADER);
        var encoder = EncoderFactory.get().binaryEncoder(out, null);
        try {
            new SpecificDatumWriter<>(((SpecificRecord) event).getSchema()).write(event, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public Object deserialize(String stream, byte[] bytes) {
        Schema schema = stream.equals(Streams.ARTICLE_ENRICHED.name())
                ? ArticleEnriched.getClassSchema()
                : ArticleIngested.getClassSchema();
        var decoder = DecoderFactory.get().binaryDecoder(Arrays.copyOfRange(bytes, HEADER.length, bytes.length), null);
        try {
            return new SpecificDatumReader<Object>(schema).read(null, decoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void configure(java.util.Map<String, ?> configs, boolean isKey) {}

    @Override
    public void close() {}
}
