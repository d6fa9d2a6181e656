package io.tocsin.topology;

import io.tocsin.schemas.topics.Topic;
import io.tocsin.topology.Admission.Refused;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Where that goes which never goes on: the original bytes, with headers that say what, where and why. */
record DeadLetters(Topic<byte[]> topic) {

    /** @param name of the node; the sink's is its plural */
    void bury(KStream<byte[], Refused> refused, String name) {
        refused.process(DeadLetterProcessor::new, Named.as(name))
                .to(
                        topic.name(),
                        Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(name + "s-sink"));
    }

    /** Turns a refusal into a dead letter: the original bytes, and headers that say what, where and why. */
    private static final class DeadLetterProcessor implements Processor<byte[], Refused, byte[], byte[]> {
        private ProcessorContext<byte[], byte[]> context;

        @Override
        public void init(ProcessorContext<byte[], byte[]> processorContext) {
            context = processorContext;
        }

        @Override
        public void process(Record<byte[], Refused> record) {
            Refused refused = record.value();
            Record<byte[], byte[]> letter =
                    record.withKey(refused.originalKey()).withValue(refused.original());
            refused.why().writeTo(letter.headers());
            context.forward(letter);
        }
    }
}
