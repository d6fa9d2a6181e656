package io.tocsin.connectors.publishing;

import io.tocsin.avro.Report;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Lets Avro make this project's own generated classes. Avro makes no class that the JVM was not told to trust, and a Connect
 * worker is told nothing about its plug-ins; the plug-in's Avro, which is its own, is told here.
 */
public final class TrustedRecords {

    private static final String PACKAGE = Report.class.getPackageName();

    private TrustedRecords() {}

    /** Adds the generated classes to what is trusted already; doing so again changes nothing. */
    public static synchronized void trust() {
        ClassSecurityValidator.ClassSecurityPredicate before = ClassSecurityValidator.getGlobal();
        if (!before.isTrusted(Report.class)) {
            ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                    before, type -> type.getPackageName().equals(PACKAGE)));
        }
    }
}
