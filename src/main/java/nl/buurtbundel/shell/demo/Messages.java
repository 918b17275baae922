package nl.buurtbundel.shell.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** iWmo and iJw 3.2 messages, element by element in the order that the standards prescribe. */
final class Messages {

    private Messages() {}

    /**
     * 301: allocation.
     *
     * @param address null if the municipality did not fill it in
     * @param relative mentioned as a relation, or null
     */
    static String allocation(
            Law law,
            String identification,
            LocalDate dated,
            Person client,
            @Nullable Address address,
            @Nullable Person relative,
            @Nullable String comment,
            List<Allocation> allocations) {
        Names names = new Names(law, 301);
        XmlText xml = new XmlText();
        header(
                xml,
                names,
                law,
                identification,
                dated,
                Town.SENDER,
                allocations.get(0).provider());
        xml.open(names.own("Client"));
        client(xml, names, client);
        fullName(xml, names, client);
        xml.optional(names.own("Commentaar"), comment);
        if (relative != null) {
            relation(xml, names, relative);
        }
        xml.open(names.own("Contactgegevens")).open(names.own("Contact"));
        xml.leaf(names.own("Soort"), "01");
        if (address != null) {
            address(xml, names, address);
        }
        xml.close().close();
        xml.open(names.own("ToegewezenProducten"));
        for (Allocation allocation : allocations) {
            allocated(xml, names, allocation);
        }
        return xml.close().close().close().toString();
    }

    /** 305: delivery started. */
    static String start(
            Law law,
            String identification,
            LocalDate dated,
            Person client,
            Allocation allocation,
            LocalDate startedOn) {
        Names names = new Names(law, 305);
        XmlText xml = new XmlText();
        header(xml, names, law, identification, dated, allocation.provider(), Town.SENDER);
        xml.open(names.own("Client"));
        client(xml, names, client);
        shortName(xml, names, client);
        xml.open(names.own("StartProducten")).open(names.own("StartProduct"));
        xml.leaf(names.own("ToewijzingNummer"), allocation.number());
        product(xml, names, allocation.product());
        xml.leaf(names.own("ToewijzingIngangsdatum"), allocation.firstDay());
        xml.leaf(names.own("Begindatum"), startedOn);
        xml.leaf(names.own("StatusAanlevering"), 1);
        return xml.close().close().close().close().toString();
    }

    /** 307: delivery stopped. */
    static String stop(
            Law law,
            String identification,
            LocalDate dated,
            Person client,
            Allocation allocation,
            LocalDate startedOn,
            String reason,
            LocalDate stoppedOn) {
        Names names = new Names(law, 307);
        XmlText xml = new XmlText();
        header(xml, names, law, identification, dated, allocation.provider(), Town.SENDER);
        xml.open(names.own("Client"));
        client(xml, names, client);
        shortName(xml, names, client);
        xml.open(names.own("StopProducten")).open(names.own("StopProduct"));
        xml.leaf(names.own("ToewijzingNummer"), allocation.number());
        product(xml, names, allocation.product());
        xml.leaf(names.own("ToewijzingIngangsdatum"), allocation.firstDay());
        xml.leaf(names.own("Begindatum"), startedOn);
        xml.leaf(names.own("RedenBeeindiging"), reason);
        xml.leaf(names.own("Einddatum"), stoppedOn);
        xml.leaf(names.own("StatusAanlevering"), 1);
        return xml.close().close().close().close().toString();
    }

    /** 323: what one provider declares for one month. */
    static String declaration(Law law, String identification, String provider, YearMonth month, List<Declared> lines) {
        Names names = new Names(law, 323);
        LocalDate dated = month.plusMonths(1).atDay(6);
        XmlText xml = new XmlText();
        header(xml, names, law, identification, dated, provider, Town.SENDER);
        xml.open(names.own("Declaratie"));
        xml.leaf(names.own("DeclaratieNummer"), "D" + identification.substring(identification.length() - 8));
        period(xml, names, "DeclaratiePeriode", month);
        xml.leaf(names.own("DeclaratieDagtekening"), dated);
        long total = lines.stream().mapToLong(Declared::signedCents).sum();
        xml.open(names.own("TotaalIngediendBedrag"));
        xml.leaf(names.base("TotaalBedrag"), Math.abs(total));
        xml.leaf(names.base("DebetCredit"), total < 0 ? "C" : "D");
        xml.close();
        xml.open(names.own("Clienten"));
        Map<String, List<Declared>> byClient = new LinkedHashMap<>();
        for (Declared line : lines) {
            byClient.computeIfAbsent(line.bsn(), bsn -> new ArrayList<>()).add(line);
        }
        byClient.forEach((bsn, own) -> {
            xml.open(names.own("Client"));
            xml.leaf(names.own("Bsn"), bsn);
            xml.open(names.own("Prestaties"));
            own.forEach(line -> delivered(xml, names, line));
            xml.close().close();
        });
        return xml.close().close().close().toString();
    }

    private static void header(
            XmlText xml, Names names, Law law, String identification, LocalDate dated, String sender, String receiver) {
        xml.open(names.own("Bericht"), names.namespaces());
        xml.open(names.own("Header"));
        xml.leaf(names.own("BerichtCode"), law.messageCode(names.number()));
        xml.leaf(names.own("BerichtVersie"), 3);
        xml.leaf(names.own("BerichtSubversie"), 2);
        xml.leaf(names.own("Afzender"), sender);
        xml.leaf(names.own("Ontvanger"), receiver);
        xml.open(names.own("BerichtIdentificatie"));
        xml.leaf(names.base("Identificatie"), identification);
        xml.leaf(names.base("Dagtekening"), dated);
        xml.close();
        xml.open(names.own("XsdVersie"));
        xml.leaf(names.base("BasisschemaXsdVersie"), "1.0.0");
        xml.leaf(names.base("BerichtXsdVersie"), "1.0.0");
        xml.close().close();
    }

    private static void client(XmlText xml, Names names, Person client) {
        xml.leaf(names.own("Bsn"), client.bsn());
        xml.open(names.own("Geboortedatum"));
        xml.leaf(names.base("Datum"), client.birthDate());
        xml.close();
        xml.leaf(names.own("Geslacht"), client.sex());
    }

    private static void fullName(XmlText xml, Names names, Person person) {
        xml.open(names.own("Naam"));
        familyName(xml, names, person);
        xml.leaf(names.base("Voornamen"), person.firstName());
        xml.leaf(names.base("Voorletters"), person.initials());
        xml.leaf(names.base("NaamGebruik"), 1);
        xml.close();
    }

    private static void shortName(XmlText xml, Names names, Person person) {
        xml.open(names.own("Naam"));
        familyName(xml, names, person);
        xml.leaf(names.base("Voorletters"), person.initials());
        xml.close();
    }

    private static void familyName(XmlText xml, Names names, Person person) {
        xml.open(names.base("Geslachtsnaam"));
        xml.leaf(names.base("Achternaam"), person.surname());
        xml.optional(names.base("Voorvoegsel"), person.prefix());
        xml.close();
    }

    private static void relation(XmlText xml, Names names, Person relative) {
        xml.open(names.own("Relaties")).open(names.own("Relatie"));
        xml.leaf(names.own("Nummer"), 1);
        xml.leaf(names.own("Volgorde"), 1);
        // 10: parent; 18: other member of the family
        xml.leaf(names.own("Soort"), names.law() == Law.YOUTH ? "10" : "18");
        xml.leaf(names.own("Geslacht"), relative.sex());
        fullName(xml, names, relative);
        xml.open(names.own("Contact"));
        xml.leaf(names.own("Soort"), "01");
        xml.close();
        xml.close().close();
    }

    private static void address(XmlText xml, Names names, Address address) {
        xml.open(names.own("Adres"));
        xml.open(names.base("Huis"));
        xml.leaf(names.base("Huisnummer"), address.houseNumber());
        xml.close();
        if (!address.postcode().isEmpty()) {
            xml.leaf(names.base("Postcode"), address.postcode());
        }
        xml.close();
    }

    private static void allocated(XmlText xml, Names names, Allocation allocation) {
        Product product = allocation.product();
        xml.open(names.own("ToegewezenProduct"));
        xml.leaf(names.own("ToewijzingNummer"), allocation.number());
        product(xml, names, product);
        xml.leaf(names.own("Toewijzingsdatum"), allocation.decidedOn());
        xml.leaf(names.own("Toewijzingstijd"), String.format(Locale.ROOT, "%tT", allocation.decidedAt()));
        xml.leaf(names.own("Ingangsdatum"), allocation.firstDay());
        xml.optional(names.own("Einddatum"), allocation.lastDay());
        xml.optional(names.own("RedenWijziging"), allocation.changeReason());
        if (product.isBudget()) {
            xml.leaf(names.own("Budget"), allocation.volume());
        } else {
            xml.open(names.own("Omvang"));
            xml.leaf(names.base("Volume"), allocation.volume());
            xml.leaf(names.base("Eenheid"), product.unit());
            xml.leaf(names.base("Frequentie"), product.frequency());
            xml.close();
        }
        xml.close();
    }

    private static void product(XmlText xml, Names names, Product product) {
        xml.open(names.own("Product"));
        xml.leaf(names.base("Categorie"), product.category());
        xml.optional(names.base("Code"), product.code());
        xml.close();
    }

    private static void delivered(XmlText xml, Names names, Declared line) {
        Product product = line.allocation().product();
        xml.open(names.own("Prestatie"));
        xml.open(names.own("ProductReferentie"));
        xml.leaf(names.base("ReferentieNummer"), line.reference());
        xml.optional(names.base("VorigReferentieNummer"), line.previousReference());
        xml.close();
        xml.leaf(names.own("ToewijzingNummer"), line.allocation().number());
        xml.leaf(names.own("ProductCategorie"), product.category());
        xml.optional(names.own("ProductCode"), product.code());
        period(xml, names, "ProductPeriode", line.month());
        xml.leaf(names.own("GeleverdVolume"), line.volume());
        xml.leaf(names.own("Eenheid"), product.unit());
        xml.optional(names.own("ProductTarief"), line.tariffCents());
        xml.open(names.own("IngediendBedrag"));
        xml.leaf(names.base("Bedrag"), line.cents());
        xml.leaf(names.base("DebetCredit"), line.credit() ? "C" : "D");
        xml.close();
        xml.close();
    }

    private static void period(XmlText xml, Names names, String element, YearMonth month) {
        xml.open(names.own(element));
        xml.leaf(names.base("Begindatum"), month.atDay(1));
        xml.leaf(names.base("Einddatum"), month.atEndOfMonth());
        xml.close();
    }

    /** The two vocabularies of a message: its own, and the base schema of its standard. */
    private record Names(Law law, int number) {

        String own(String element) {
            return law.message(number) + ":" + element;
        }

        String base(String element) {
            return law.standard() + ":" + element;
        }

        String namespaces() {
            String root = "http://www.istandaarden.nl/" + law.standard() + "/3_2/";
            return " xmlns:" + law.standard() + "=\"" + root + "basisschema/schema\" xmlns:" + law.message(number)
                    + "=\"" + root + law.message(number) + "/schema\"";
        }
    }
}
