package io.tocsin.schemas.json;

/** JSON that is not in the form of the wanted record: where, what was found there, and what is wanted instead. */
public final class JsonFormException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_FOUND = 80;

    private final String path;
    private final String found;
    private final String wanted;

    JsonFormException(String found, String wanted) {
        this("", shortened(found), wanted, null);
    }

    JsonFormException(String path, String found, String wanted, Throwable cause) {
        super((path.isEmpty() ? "" : path + ": ") + "found " + found + ", wanted " + wanted, cause);
        this.path = path;
        this.found = found;
        this.wanted = wanted;
    }

    /** Where, such as {@code place.lat} or {@code members[2].score}; empty for the document itself. */
    public String path() {
        return path;
    }

    /** What was found there. */
    public String found() {
        return found;
    }

    /** What is wanted there. */
    public String wanted() {
        return wanted;
    }

    JsonFormException inField(String name) {
        return new JsonFormException(name + separator() + path, found, wanted, getCause());
    }

    private String separator() {
        boolean leaf = path.isEmpty();
        boolean element = path.startsWith("[");
        return leaf || element ? "" : ".";
    }

    JsonFormException inElement(int index) {
        return inField("[" + index + "]");
    }

    private static String shortened(String found) {
        return found.length() <= LONGEST_FOUND ? found : found.substring(0, LONGEST_FOUND) + "…";
    }
}
