package io.tocsin.connectors.cap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An element of an XML document with all that is in it. Built by {@link XmlText}, read by everybody else. */
final class Element {

    private final String namespace;
    private final String name;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<Element> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Element(String namespace, String name) {
        this.namespace = namespace;
        this.name = name;
    }

    void attribute(String attributeName, String value) {
        attributes.put(attributeName, value);
    }

    void child(Element child) {
        children.add(child);
    }

    void append(String characters) {
        text.append(characters);
    }

    String namespace() {
        return namespace;
    }

    String name() {
        return name;
    }

    boolean named(String otherNamespace, String otherName) {
        return name.equals(otherName) && namespace.equals(otherNamespace);
    }

    Optional<String> attribute(String attributeName) {
        return Optional.ofNullable(attributes.get(attributeName)).map(String::strip);
    }

    /** Its own text without surrounding white space; that of its children is not part of it. */
    String text() {
        return text.toString().strip();
    }

    Stream<Element> children(String childName) {
        return children.stream().filter(child -> child.name.equals(childName));
    }

    List<Element> children() {
        return Collections.unmodifiableList(children);
    }

    /** The text of its first child of that name; nothing where there is none, or an empty one. */
    Optional<String> value(String childName) {
        return children(childName)
                .map(Element::text)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** The texts of its children of that name, empty ones left out. */
    List<String> values(String childName) {
        return children(childName)
                .map(Element::text)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
