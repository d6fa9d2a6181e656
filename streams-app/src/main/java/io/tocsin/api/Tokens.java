package io.tocsin.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Bearer tokens and the roles that they give. Read from a file of lines {@code ROLE TOKEN}; with none, everybody who can
 * reach the server may do everything, which is why it then listens on loopback only.
 */
public final class Tokens {

    /** Roles, each of which may do what those before it may. */
    public enum Role {
        VIEWER,
        REPORTER,
        OPERATOR,
        ADMIN
    }

    private static final String BEARER = "Bearer ";
    private static final int SHORTEST = 16;

    private final Map<String, Role> roles;

    private Tokens(Map<String, Role> roles) {
        this.roles = Map.copyOf(roles);
    }

    /** No tokens. */
    public static Tokens none() {
        return new Tokens(Map.of());
    }

    /**
     * The tokens in the file.
     *
     * @throws IllegalArgumentException naming the line that is wrong, never the token
     */
    public static Tokens read(Path file) {
        try {
            Map<String, Role> roles = new HashMap<>();
            List<String> lines = Files.readAllLines(file, UTF_8);
            for (int line = 0; line < lines.size(); line++) {
                if (!lines.get(line).isBlank()) {
                    add(roles, lines.get(line).strip().split(" ", -1), file + ", line " + (line + 1));
                }
            }
            if (roles.isEmpty()) {
                throw new IllegalArgumentException(file + " holds no token; give lines of the form: ROLE TOKEN");
            }
            return new Tokens(roles);
        } catch (IOException e) {
            throw new IllegalArgumentException("the file of tokens " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Whether there are any. */
    public boolean areConfigured() {
        return !roles.isEmpty();
    }

    /** Whether the header of a request gives the role. */
    public boolean allow(Optional<String> authorization, Role wanted) {
        return roles.isEmpty()
                || authorization
                        .filter(header -> header.startsWith(BEARER))
                        .flatMap(header -> roleOf(header.substring(BEARER.length())))
                        .filter(role -> role.compareTo(wanted) >= 0)
                        .isPresent();
    }

    /** Compares with every token in the same time, so that answers tell nothing about them. */
    private Optional<Role> roleOf(String token) {
        Role found = null;
        for (Map.Entry<String, Role> known : roles.entrySet()) {
            if (MessageDigest.isEqual(known.getKey().getBytes(UTF_8), token.getBytes(UTF_8))) {
                found = known.getValue();
            }
        }
        return Optional.ofNullable(found);
    }

    private static void add(Map<String, Role> roles, String[] words, String where) {
        if (words.length != 2 || words[1].length() < SHORTEST) {
            throw new IllegalArgumentException(
                    where + " must be: ROLE TOKEN, with a token of at least " + SHORTEST + " characters");
        }
        try {
            roles.put(words[1], Role.valueOf(words[0].toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    where + " names an unknown role; roles are viewer, reporter, operator and admin", e);
        }
    }
}
