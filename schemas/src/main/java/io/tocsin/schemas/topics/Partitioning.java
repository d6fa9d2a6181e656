package io.tocsin.schemas.topics;

/** Over how many partitions a topic is spread. */
public enum Partitioning {
    /** One: everybody reads all of it, and it stays small. */
    SINGLE {
        @Override
        public int partitions(int configured) {
            return 1;
        }
    },
    /** As many as the configuration says. */
    SPREAD {
        @Override
        public int partitions(int configured) {
            return configured;
        }
    };

    /** The number of partitions, given the one that is configured. */
    public abstract int partitions(int configured);
}
