package io.tocsin.benchmarks;

/**
 * Where a lane stood at a moment.
 *
 * @param reports that were committed
 * @param nanos as {@link System#nanoTime} has them
 * @param usage of the streams JVM until then
 */
record Mark(long reports, long nanos, ProcessUsage usage) {

    /** Processor time that the whole JVM used from here to there for a report, in microseconds. */
    double cpuMicros(Mark until) {
        return until.usage.cpu().minus(usage.cpu()).toNanos() / 1e3 / (until.reports - reports);
    }

    /** Of that, in the threads of Kafka Streams, so without compiler, collector, compaction and network. */
    double streamMicros(Mark until) {
        return until.usage.streamThreads().minus(usage.streamThreads()).toNanos() / 1e3 / (until.reports - reports);
    }

    /** Seconds from here to there. */
    double seconds(Mark until) {
        return (until.nanos - nanos) / 1e9;
    }
}
