package io.tocsin.connectors.news;

import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/** Ends the reading of a document that nests deeper than any feed. */
final class DepthFilter extends XMLFilterImpl {

    static final int DEEPEST = 100;

    private int depth;

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
        depth++;
        if (depth > DEEPEST) {
            throw new SAXException("it is nested deeper than " + DEEPEST);
        }
        super.startElement(uri, localName, name, attributes);
    }

    @Override
    public void endElement(String uri, String localName, String name) throws SAXException {
        depth--;
        super.endElement(uri, localName, name);
    }
}
