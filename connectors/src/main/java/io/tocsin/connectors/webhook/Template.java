package io.tocsin.connectors.webhook;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import io.tocsin.avro.Alert;
import io.tocsin.schemas.json.JsonForm;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.config.ConfigException;

/**
 * A Mustache template over the JSON form of an alert. It has no logic but sections, reaches nothing but the alert, and includes no
 * other file; what is absent is empty. In JSON, values are escaped. For one thread.
 */
final class Template {

    private static final JsonForm<Alert> FORM = JsonForm.of(Alert.class);
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int LONGEST = 1 << 16;

    private final com.samskivert.mustache.Template compiled;
    private final ContentType type;

    /** @throws ConfigException if the text is no template */
    Template(String text, ContentType type) {
        this.type = type;
        if (text.length() > LONGEST) {
            throw new ConfigException(WebhookConfig.TEMPLATE + " has more than " + LONGEST + " characters");
        }
        try {
            this.compiled = Mustache.compiler()
                    .withEscaper(type == ContentType.JSON ? Template::escaped : value -> value)
                    .withCollector(new OnlyData())
                    .defaultValue("")
                    .compile(text);
            compiled.visit(new NoIncludes());
        } catch (MustacheException e) {
            throw new ConfigException(WebhookConfig.TEMPLATE + " is no Mustache template: " + e.getMessage());
        }
    }

    private static String escaped(String value) {
        return String.valueOf(JsonStringEncoder.getInstance().quoteAsString(value));
    }

    /** @throws UnusableException if that cannot be, or is no JSON though it should be */
    String render(Alert alert) throws UnusableException {
        try {
            String text = compiled.execute(MAPPER.convertValue(FORM.tree(alert), Map.class));
            if (type == ContentType.JSON) {
                MAPPER.readTree(text);
            }
            return text;
        } catch (MustacheException e) {
            throw new UnusableException("the template cannot be filled in: " + e.getMessage(), e);
        } catch (JacksonException e) {
            throw new UnusableException("the template makes no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** What a template makes of an alert is of no use. */
    static final class UnusableException extends Exception {

        private static final long serialVersionUID = 1L;

        UnusableException(String message, Exception cause) {
            super(message, cause);
        }
    }

    /** Refuses what would be read from elsewhere. */
    private static final class NoIncludes implements Mustache.Visitor {

        @Override
        public void visitText(String text) {}

        @Override
        public void visitVariable(String name) {}

        @Override
        public boolean visitInclude(String name) {
            throw new MustacheException("it includes " + name + ", and there is nothing to include");
        }

        @Override
        public boolean visitParent(String name) {
            return visitInclude(name);
        }

        @Override
        public boolean visitSection(String name) {
            return true;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            return true;
        }
    }

    /** Looks into maps and lists, and into no object's fields or methods. */
    private static final class OnlyData extends BasicCollector {

        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }
}
