package io.tocsin.embedded;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A method and a path with <code>{}</code> for its variable parts, and what answers them. */
record RegistryRoute(String method, Pattern path, Function<RegistryCall, Object> answer) {

    static RegistryRoute of(String method, String path, Function<RegistryCall, Object> answer) {
        return new RegistryRoute(method, Pattern.compile(path.replace("{}", "([^/]+)") + "/?"), answer);
    }

    /** The variable parts of a raw path, decoded one by one, so that a subject may hold a slash. */
    Optional<List<String>> match(String rawPath) {
        Matcher matcher = path.matcher(rawPath);
        return matcher.matches() ? Optional.of(decoded(matcher)) : Optional.empty();
    }

    private static List<String> decoded(MatchResult match) {
        return IntStream.rangeClosed(1, match.groupCount())
                .mapToObj(match::group)
                .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }
}
