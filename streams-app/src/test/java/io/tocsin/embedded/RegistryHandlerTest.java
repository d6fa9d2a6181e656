package io.tocsin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the Confluent client does not show: plain requests, wrong ones above all. */
@Timeout(60)
final class RegistryHandlerTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String STRING_SCHEMA = "{\"schema\": \"\\\"string\\\"\"}";

    private static EmbeddedRegistry registry;

    @BeforeAll
    static void start() throws Exception {
        registry = EmbeddedRegistry.start(EmbeddedRegistry.Options.temporary());
        send("POST", "/subjects/known/versions", STRING_SCHEMA);
        send("PUT", "/config/known", "{\"compatibility\": \"full\"}");
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            GET | /                                             | {}
            GET | /subjects/                                    | ["known"]
            GET | /subjects?deletedOnly=false                   | ["known"]
            GET | /subjects/known/versions                      | [1]
            GET | /subjects/known/versions/1                    | {"subject":"known","version":1,"id":1,"schema":"\\"string\\""}
            GET | /subjects/known/versions/latest               | {"subject":"known","version":1,"id":1,"schema":"\\"string\\""}
            GET | /subjects/known/versions/-1/schema            | "string"
            GET | /subjects/known/versions/1/referencedby       | []
            GET | /schemas?latestOnly=true                      | [{"subject":"known","version":1,"id":1,"schema":"\\"string\\""}]
            GET | /schemas/types                                | ["AVRO"]
            GET | /schemas/ids/1                                | {"schema":"\\"string\\""}
            GET | /schemas/ids/1/schema                         | "string"
            GET | /schemas/ids/1/subjects                       | ["known"]
            GET | /config                                       | {"compatibilityLevel":"BACKWARD"}
            GET | /config/known                                 | {"compatibilityLevel":"FULL"}
            GET | /config/other?defaultToGlobal=true            | {"compatibilityLevel":"BACKWARD"}
            GET | /mode                                         | {"mode":"READWRITE"}
            GET | /mode/known?defaultToGlobal=true              | {"mode":"READWRITE"}
            """)
    void answers(String method, String path, String expected) throws Exception {
        HttpResponse<String> response = send(method, path, "");

        assertThat(response.body()).isEqualTo(expected);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/vnd.schemaregistry.v1+json");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', nullValues = "-", textBlock = """
            GET    | /nowhere                               | -                                              | 404 | 404
            PATCH  | /subjects                              | -                                              | 405 | 405
            GET    | /schemas/ids/99999999999               | -                                              | 404 | 404
            GET    | /subjects/known/versions/0             | -                                              | 422 | 42202
            GET    | /subjects/known/versions/newest        | -                                              | 422 | 42202
            GET    | /config/other                          | -                                              | 404 | 40408
            GET    | /mode/known                            | -                                              | 404 | 40409
            DELETE | /config/other                          | -                                              | 404 | 40401
            POST   | /subjects/new/versions                 | -                                              | 400 | 400
            POST   | /subjects/new/versions                 | {"schema":                                     | 400 | 400
            POST   | /subjects/new/versions                 | null                                           | 400 | 400
            POST   | /subjects/new/versions                 | {}                                             | 422 | 42201
            POST   | /subjects/new/versions                 | {"schema": "{\\"type\\": \\"nonsense\\"}"}     | 422 | 42201
            POST   | /subjects/new/versions                 | {"schema": "not json"}                         | 422 | 42201
            POST   | /subjects/new/versions                 | {"schema": "{}", "schemaType": "PROTOBUF"}     | 422 | 42201
            POST   | /subjects/new/versions                 | {"schema": "\\"int\\"", "references": [{}]}    | 422 | 42201
            POST   | /subjects/new/versions                 | {"schema": "\\"int\\"", "id": 7}               | 422 | 42205
            POST   | /subjects/__GLOBAL/versions            | {"schema": "\\"int\\""}                        | 422 | 42208
            POST   | /subjects/a%00b/versions               | {"schema": "\\"int\\""}                        | 400 | 400
            POST   | /subjects/%20/versions                 | {"schema": "\\"int\\""}                        | 422 | 42208
            POST   | /subjects/a%0Ab/versions               | {"schema": "\\"int\\""}                        | 400 | 400
            POST   | /subjects/new                          | {"schema": "\\"int\\""}                        | 404 | 40401
            POST   | /compatibility/subjects/new/versions/3 | {"schema": "\\"int\\""}                        | 404 | 40401
            PUT    | /config                                | {}                                             | 422 | 42203
            """)
    void refuses(String method, String path, String body, int status, int code) throws Exception {
        HttpResponse<String> response = send(method, path, body == null ? "" : body);

        assertThat(response.body()).contains("\"error_code\":" + code);
        assertThat(response.statusCode()).isEqualTo(status);
    }

    @Test
    void takesSubjectsInAnyScript() throws Exception {
        String subject = "/subjects/%D8%AA%D9%82%D8%B1%D9%8A%D8%B1-%E5%80%A4";

        send("POST", subject + "/versions", STRING_SCHEMA);

        assertThat(send("GET", subject + "/versions/1", "").body()).contains("\"subject\":\"تقرير-値\"");
        send("DELETE", subject, "");
    }

    @Test
    void refusesABodyThatIsTooLong() throws Exception {
        String body = "\"" + "x".repeat(RegistryHandler.MAX_BODY_BYTES) + "\"";

        assertThat(send("POST", "/subjects/new/versions", body).statusCode()).isEqualTo(413);
    }

    @Test
    void refusesABodyThatABrowserCouldSendFromAnyPage() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(registry.url().resolve("/subjects/new/versions"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(STRING_SCHEMA))
                .build();

        assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(415);
    }

    private static HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry.url() + path))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json; charset=utf-8")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }
}
