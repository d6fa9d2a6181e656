# The application. Needs `mvn package` first: it copies the thin jars of streams-app/target/tocsin/lib.
FROM eclipse-temurin:25-jre

RUN useradd --system --uid 10001 --user-group --no-create-home --home-dir /var/lib/tocsin tocsin \
    && mkdir -p /var/lib/tocsin /run/tocsin \
    && chown tocsin:tocsin /var/lib/tocsin /run/tocsin

COPY streams-app/target/tocsin/lib /opt/tocsin/lib

USER tocsin
WORKDIR /var/lib/tocsin
EXPOSE 8080

# RocksDB and H3 unpack their libraries into java.io.tmpdir: /tmp must be writable and must allow execution.
# Half of the memory limit is heap; RocksDB and the network buffers live outside of it.
# What is kept in memory are many small objects: with small headers a report costs a seventh less (docs/performance.md).
# More JVM options go into JDK_JAVA_OPTIONS.
ENTRYPOINT ["java", \
    "-XX:MaxRAMPercentage=50", \
    "-XX:+UseCompactObjectHeaders", \
    "-XX:+ExitOnOutOfMemoryError", \
    "-Djava.io.tmpdir=/tmp", \
    "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.tocsin.avro,io.tocsin.topology.state", \
    "--enable-native-access=ALL-UNNAMED", \
    "--sun-misc-unsafe-memory-access=allow", \
    "-cp", "/opt/tocsin/lib/*", \
    "io.tocsin.cli.Tocsin"]
CMD ["run"]

HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/live HTTP/1.0\\r\\n\\r\\n' >&3 && read -t 4 -r answer <&3 && [[ $answer == *' 200 '* ]]"]
