// Reads news.article-enriched with kafkajs and Confluent's registry client and prints one JSON object a line:
// {"articleId","headline","language","topics":[{"topic","salience","exact"}],"mentions":[{"entity","exact"}],"headers":{…}}
//
// node read-enriched.mjs --brokers HOST:PORT[,…] --registry URL [--count 1] [--timeout-seconds 60] [--stream NAME]
// Exit codes: 0 after COUNT records, 1 on time-out or failure, 2 on wrong usage.
import { parseArgs } from "node:util";
import kafkajs from "kafkajs";
import { decompress } from "fzstd";
import schemaregistry from "@confluentinc/schemaregistry";

const { Kafka, CompressionCodecs, CompressionTypes, logLevel } = kafkajs;
const { AvroDeserializer, SchemaRegistryClient, SerdeType } = schemaregistry;

const { values: options } = parseArgs({
  options: {
    brokers: { type: "string" },
    registry: { type: "string" },
    stream: { type: "string", default: "news.article-enriched" },
    count: { type: "string", default: "1" },
    "timeout-seconds": { type: "string", default: "60" },
  },
});
if (!options.brokers || !options.registry) {
  console.error("usage: node read-enriched.mjs --brokers HOST:PORT --registry URL [--count N] [--timeout-seconds N]");
  process.exit(2);
}

// Our producers compress with zstd, which kafkajs leaves to its user.
CompressionCodecs[CompressionTypes.ZSTD] = () => ({
  compress: () => { throw new Error("this consumer writes nothing"); },
  decompress: async (buffer) => Buffer.from(decompress(buffer)),
});

const registry = new SchemaRegistryClient({ baseURLs: [options.registry], cacheCapacity: 100 });
const deserializer = new AvroDeserializer(registry, SerdeType.VALUE, {});
const kafka = new Kafka({ brokers: options.brokers.split(","), clientId: "foreign-consumer", logLevel: logLevel.NOTHING });
const consumer = kafka.consumer({ groupId: `foreign-consumer-${process.pid}-${Date.now()}`, readUncommitted: false });

const text = (headers) => Object.fromEntries(
  Object.entries(headers ?? {}).filter(([name]) => name.startsWith("ce_")).map(([name, value]) => [name, value.toString()]));

const line = (event, headers) => JSON.stringify({
  articleId: event.article.articleId,
  headline: event.article.headline,
  language: event.language,
  topics: event.topics.map((tag) => ({ topic: tag.topic, salience: tag.salience, exact: tag.evidence.map((e) => e.exact) })),
  mentions: event.mentions.map((mention) => ({ entity: mention.entity, exact: mention.evidence.exact })),
  headers: text(headers),
});

const end = (code, message) => {
  if (message) {
    console.error(message);
  }
  const leave = () => process.exit(code);
  setTimeout(leave, 3_000);
  consumer.disconnect().then(leave, leave);
};

let missing = Number(options.count);
const seconds = Number(options["timeout-seconds"]);
setTimeout(() => end(1, `expected ${options.count} records within ${seconds} s, ${missing} did not come`), seconds * 1_000);

try {
  await consumer.connect();
  await consumer.subscribe({ topic: options.stream, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, message }) => {
      if (missing <= 0) {
        return;
      }
      try {
        console.log(line(await deserializer.deserialize(topic, message.value), message.headers));
      } catch (failure) {
        missing = 0;
        end(1, `cannot read offset ${message.offset} of ${topic}: ${failure.message}`);
        return;
      }
      missing -= 1;
      if (missing === 0) {
        end(0);
      }
    },
  });
} catch (failure) {
  end(1, `cannot consume ${options.stream}: ${failure.message}`);
}
