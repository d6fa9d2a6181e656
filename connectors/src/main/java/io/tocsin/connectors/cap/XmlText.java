package io.tocsin.connectors.cap;

import io.tocsin.connectors.cap.UnusableMessageException.Reason;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML that anybody may have written: no document types, hence no entities but XML's own five, nothing read from elsewhere, and
 * bounds on depth and number.
 */
final class XmlText {

    static final int DEEPEST = 64;
    static final int MOST_ELEMENTS = 1_000_000;

    private static final XMLInputFactory FACTORY = factory();

    private XmlText() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is read from elsewhere");
        });
        return factory;
    }

    /** The root of a document. */
    static Element parse(String document) throws UnusableMessageException {
        try {
            return parse(FACTORY.createXMLStreamReader(new StringReader(document)));
        } catch (XMLStreamException e) {
            throw new UnusableMessageException(Reason.XML_MALFORMED, firstLine(e.getMessage()));
        }
    }

    private static String firstLine(String message) {
        return "is no well-formed XML: " + message.replaceAll("\\s+", " ");
    }

    private static Element parse(XMLStreamReader xml) throws XMLStreamException, UnusableMessageException {
        Deque<Element> open = new ArrayDeque<>();
        Element root = null;
        int elements = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD ->
                    throw new UnusableMessageException(Reason.XML_DOCTYPE, "has a document type, which is not read");
                case XMLStreamConstants.START_ELEMENT -> {
                    requireBounds(open.size() + 1, ++elements);
                    Element next = element(xml);
                    if (open.isEmpty()) {
                        root = next;
                    } else {
                        open.peek().child(next);
                    }
                    open.push(next);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.peek().append(xml.getText());
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new UnusableMessageException(
                            Reason.XML_MALFORMED,
                            "uses the entity '" + xml.getLocalName() + "', which nobody declared");
                default -> {
                    // comments and instructions to other programs say nothing here
                }
            }
        }
        return root;
    }

    private static void requireBounds(int depth, int elements) throws UnusableMessageException {
        if (depth > DEEPEST) {
            throw new UnusableMessageException(Reason.XML_TOO_LARGE, "is nested deeper than " + DEEPEST);
        }
        if (elements > MOST_ELEMENTS) {
            throw new UnusableMessageException(Reason.XML_TOO_LARGE, "has more than " + MOST_ELEMENTS + " elements");
        }
    }

    private static Element element(XMLStreamReader xml) {
        String namespace = xml.getNamespaceURI();
        Element element = new Element(namespace == null ? "" : namespace, xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            element.attribute(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return element;
    }
}
