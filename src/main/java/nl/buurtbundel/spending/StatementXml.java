package nl.buurtbundel.spending;

import com.prowidesoftware.swift.model.mx.dic.AccountStatement2;
import com.prowidesoftware.swift.model.mx.dic.AccountStatement9;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.UntrustedXml;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a bank statement and hands parts of it to the library that knows them. Document types and entities are
 * refused, everything is bounded, and what the library would read kindly (30 February) is refused by its line.
 */
final class StatementXml extends StreamReaderDelegate {
    private static final String ERROR = "spending.error.";
    private static final int DEEPEST = 32;
    private static final int LONGEST_TEXT = 10_000;
    private static final int LENGTH_OF_A_DAY = 10;
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,5})?");
    private static final Pattern AFTER_THE_DAY = Pattern.compile("(T[0-9:.]{5,18})?(Z|[+-][0-9]{2}:[0-9]{2})?");
    private static final Pattern YES_OR_NO = Pattern.compile("true|false|1|0");
    private static final Pattern SIDE = Pattern.compile("CRDT|DBIT");
    private static final Map<String, Predicate<String>> FORMS = Map.of(
            "Dt", StatementXml::isDay,
            "DtTm", StatementXml::isDay,
            "CreDtTm", StatementXml::isDay,
            "Amt", AMOUNT.asMatchPredicate(),
            "CdtDbtInd", SIDE.asMatchPredicate(),
            "RvslInd", YES_OR_NO.asMatchPredicate(),
            "IBAN", Iban::isValid);

    private final String file;
    private final Unmarshaller parts;
    private final StringBuilder text = new StringBuilder();
    private String namespace = "";
    private String element = "";
    private boolean leaf;
    private long leafLine = 1;
    private int depth;
    private boolean ahead;

    private StatementXml(String file, XMLStreamReader xml) throws JAXBException {
        super(xml);
        this.file = file;
        this.parts = Context.OF_STATEMENTS.createUnmarshaller();
        parts.setEventHandler(event -> {
            throw refused(event.getLinkedException() == null ? "unexpected" : "value", element);
        });
    }

    /** @param file its name, only to name it in a refusal */
    static StatementXml open(String file, byte[] content) {
        try {
            return new StatementXml(
                    file, UntrustedXml.factory().createXMLStreamReader(new ByteArrayInputStream(content)));
        } catch (XMLStreamException e) {
            throw refusal(file, 1, "not-xml", "");
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }

    /** On to the next element within the present one, or to its end. */
    boolean nextChild() {
        try {
            int event = ahead ? getEventType() : next();
            ahead = false;
            while (true) {
                switch (event) {
                    case START_ELEMENT -> {
                        return true;
                    }
                    case END_ELEMENT, END_DOCUMENT -> {
                        return false;
                    }
                    case CHARACTERS, CDATA -> {
                        if (!isWhiteSpace()) {
                            throw refused("unexpected", element);
                        }
                    }
                    default -> {
                        // white space, comments and instructions mean nothing here
                    }
                }
                event = next();
            }
        } catch (XMLStreamException e) {
            throw broken();
        }
    }

    /** The text of the present element, up to its end. */
    String text() {
        String name = getLocalName();
        if (toEndOrChild()) {
            throw refused("unexpected", element);
        }
        String found = text.toString().strip();
        if (found.isEmpty()) {
            throw refused("missing", name);
        }
        return found;
    }

    private boolean toEndOrChild() {
        try {
            int event = next();
            while (event != START_ELEMENT && event != END_ELEMENT) {
                event = next();
            }
            return event == START_ELEMENT;
        } catch (XMLStreamException e) {
            throw broken();
        }
    }

    /** Passes the present element by; its form is looked at all the same. */
    void skip() {
        try {
            for (int open = 1; open > 0; ) {
                int event = next();
                if (event == START_ELEMENT) {
                    open++;
                } else if (event == END_ELEMENT) {
                    open--;
                }
            }
        } catch (XMLStreamException e) {
            throw broken();
        }
    }

    /** The present element as the library knows it. */
    <T> T read(Class<T> type) {
        try {
            T part = parts.unmarshal(this, type).getValue();
            ahead = true;
            return part;
        } catch (JAXBException e) {
            throw broken();
        }
    }

    String rootNamespace() {
        return namespace;
    }

    long line() {
        return Math.max(1, getLocation().getLineNumber());
    }

    /** @param code the last part of a message key that takes file, line and element */
    Refusal refused(String code, String field) {
        return refusal(file, line(), code, field);
    }

    Refusal refused(long line, String code, String field, Object... more) {
        return refusal(file, line, code, field, more);
    }

    private Refusal broken() {
        return refused("not-xml", element);
    }

    private static Refusal refusal(String file, long line, String code, String field, Object... more) {
        Object[] parameters = new Object[3 + more.length];
        parameters[0] = file;
        parameters[1] = line;
        parameters[2] = field;
        System.arraycopy(more, 0, parameters, 3, more.length);
        return new Refusal(ERROR + "statement-" + code, parameters);
    }

    @Override
    public int next() throws XMLStreamException {
        int event;
        try {
            event = super.next();
        } catch (XMLStreamException | RuntimeException parserSaysNo) {
            throw broken();
        }
        switch (event) {
            case START_ELEMENT -> begin();
            case END_ELEMENT -> end();
            case CHARACTERS, CDATA, SPACE -> {
                if (text.length() + getTextLength() > LONGEST_TEXT) {
                    throw refused("too-long", element);
                }
                text.append(getText());
            }
            case DTD, ENTITY_REFERENCE, ENTITY_DECLARATION, NOTATION_DECLARATION -> throw refused("document-type", "");
            default -> {
                // comments and instructions mean nothing here
            }
        }
        return event;
    }

    private void begin() {
        String here = String.valueOf(super.getNamespaceURI());
        if (++depth == 1) {
            namespace = here;
        }
        element = getLocalName();
        if (depth > DEEPEST) {
            throw refused("too-deep", element);
        }
        if (!here.equals(namespace)) {
            throw refused("unexpected", element);
        }
        leaf = true;
        leafLine = line();
        text.setLength(0);
    }

    private void end() {
        depth--;
        if (leaf) {
            Predicate<String> form = FORMS.get(getLocalName());
            if (form != null && !form.test(text.toString().strip())) {
                throw refused(leafLine, "value", getLocalName());
            }
        }
        leaf = false;
    }

    private static boolean isDay(String text) {
        if (text.length() < LENGTH_OF_A_DAY) {
            return false;
        }
        try {
            LocalDate.parse(text.substring(0, LENGTH_OF_A_DAY));
            return AFTER_THE_DAY.matcher(text.substring(LENGTH_OF_A_DAY)).matches();
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    /** The library knows the parts of a message by name alone, so that one class serves many versions. */
    @Override
    public @Nullable String getNamespaceURI() {
        return null;
    }

    @Override
    public QName getName() {
        return new QName(getLocalName());
    }

    @Override
    public int getNamespaceCount() {
        return 0;
    }

    /** Made when the first statement comes in: it takes a second. */
    private static final class Context {
        static final JAXBContext OF_STATEMENTS = make();

        private static JAXBContext make() {
            try {
                return JAXBContext.newInstance(AccountStatement2.class, AccountStatement9.class);
            } catch (JAXBException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
