#!/bin/bash
# Serial collector and first compiler only: quick to start and small, not for measuring speed.
exec java ${KAFKA_HEAP_OPTS:--Xmx256m} \
    ${KAFKA_JVM_PERFORMANCE_OPTS:--XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.awt.headless=true} ${CDS_OPTS:-} \
    ${KAFKA_LOG4J_OPTS:--Dlog4j2.configurationFile=/etc/kafka/docker/tools-log4j2.yaml} ${KAFKA_OPTS:-} \
    -cp "/opt/kafka/libs/*${CLASSPATH:+:$CLASSPATH}" "$@"
