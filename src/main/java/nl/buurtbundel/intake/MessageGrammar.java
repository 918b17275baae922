package nl.buurtbundel.intake;

import static nl.buurtbundel.intake.Part.group;
import static nl.buurtbundel.intake.Part.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import nl.buurtbundel.provision.Law;

/**
 * What stands in a message of iWmo or iJw 3.2, in which order, and what each value that is used may be. Values that are not
 * used are asked only to be there.
 */
final class MessageGrammar {
    private static final Predicate<String> FILLED = text -> !text.isBlank();
    private static final Predicate<String> GENDER = oneOf("0", "1", "2");
    private static final Predicate<String> MUNICIPALITY = matches("[0-9]{4}");
    private static final Predicate<String> PROVIDER = matches("[0-9]{8}");
    private static final Predicate<String> BSN = matches("[0-9]{9}");
    private static final Predicate<String> DATE = MessageGrammar::isDate;
    private static final Predicate<String> NUMBER = upTo(999_999_999L);
    private static final Predicate<String> EIGHT_DIGITS = upTo(99_999_999L);
    private static final Predicate<String> UNIT = oneOf("01", "04", "14", "16", "82", "83", "84");
    private static final Predicate<String> DELIVERY_STATUS = oneOf("1", "2", "3", "9");
    private static final Predicate<String> VERSION = matches("(0|[1-9][0-9]{0,5})(\\.(0|[1-9][0-9]{0,5})){2}");

    private MessageGrammar() {}

    /** Header and body of the message; the message code itself is checked by the reader, which can then name both. */
    static Part of(Law law, MessageKind kind) {
        return switch (kind) {
            case ALLOCATION -> group("Bericht", header(MUNICIPALITY, PROVIDER), allocation(law));
            case START -> group("Bericht", header(PROVIDER, MUNICIPALITY), start(law));
            case STOP -> group("Bericht", header(PROVIDER, MUNICIPALITY), stop(law));
            case DECLARATION -> group("Bericht", header(PROVIDER, MUNICIPALITY), declaration(law));
        };
    }

    private static Part header(Predicate<String> sender, Predicate<String> receiver) {
        return group(
                        "Header",
                        text("BerichtCode", matches("[0-9]{3}")).keep(),
                        text("BerichtVersie", matches("[0-9]{1,2}")).keep(),
                        text("BerichtSubversie", matches("[0-9]{1,2}")).keep(),
                        text("Afzender", sender).keep(),
                        text("Ontvanger", receiver).keep(),
                        group(
                                        "BerichtIdentificatie",
                                        text("Identificatie", filled(12)).base().keep(),
                                        text("Dagtekening", DATE).base().keep())
                                .keep(),
                        group(
                                "XsdVersie",
                                text("BasisschemaXsdVersie", VERSION).base(),
                                text("BerichtXsdVersie", VERSION).base()))
                .keep();
    }

    private static Part allocation(Law law) {
        return group(
                        "Client",
                        text("Bsn", BSN).keep(),
                        birthDate().keep(),
                        text("Geslacht", GENDER),
                        fullName(),
                        group(
                                        "Communicatie",
                                        text("Vorm", FILLED).base(),
                                        text("Taal", filled(25)).base().optional())
                                .optional(),
                        text("JuridischeStatus", FILLED).optional(),
                        text("WettelijkeVertegenwoordiging", FILLED).optional(),
                        text("Commentaar", FILLED).optional(),
                        group(
                                        "Relaties",
                                        group(
                                                        "Relatie",
                                                        text("Nummer", FILLED),
                                                        text("Volgorde", FILLED).optional(),
                                                        text("Soort", FILLED),
                                                        birthDate().optional(),
                                                        text("Geslacht", GENDER).optional(),
                                                        fullName(),
                                                        contact())
                                                .many())
                                .optional(),
                        group("Contactgegevens", contact().many().keep()).keep(),
                        group(
                                        "ToegewezenProducten",
                                        group(
                                                        "ToegewezenProduct",
                                                        text("ToewijzingNummer", NUMBER)
                                                                .keep(),
                                                        text("ReferentieAanbieder", filled(36))
                                                                .optional(),
                                                        product(law).optional().keep(),
                                                        text("Toewijzingsdatum", DATE)
                                                                .keep(),
                                                        text("Toewijzingstijd", MessageGrammar::isTime)
                                                                .keep(),
                                                        text("Ingangsdatum", DATE)
                                                                .keep(),
                                                        text("Einddatum", DATE)
                                                                .optional()
                                                                .keep(),
                                                        text("RedenWijziging", range(1, 14))
                                                                .optional()
                                                                .keep(),
                                                        group(
                                                                        "Omvang",
                                                                        text("Volume", EIGHT_DIGITS)
                                                                                .base()
                                                                                .keep(),
                                                                        text("Eenheid", UNIT)
                                                                                .base()
                                                                                .keep(),
                                                                        text("Frequentie", oneOf("1", "2", "4", "6"))
                                                                                .base()
                                                                                .keep())
                                                                .optional()
                                                                .keep(),
                                                        text("Budget", EIGHT_DIGITS)
                                                                .optional()
                                                                .keep(),
                                                        text("Commentaar", FILLED)
                                                                .optional())
                                                .many()
                                                .keep())
                                .keep())
                .keep();
    }

    private static Part start(Law law) {
        return provided(
                "StartProducten",
                group(
                        "StartProduct",
                        text("ToewijzingNummer", NUMBER).optional().keep(),
                        product(law).optional(),
                        text("ToewijzingIngangsdatum", DATE).optional(),
                        text("Begindatum", DATE).keep(),
                        text("StatusAanlevering", DELIVERY_STATUS).keep()));
    }

    private static Part stop(Law law) {
        Predicate<String> reason = law == Law.WMO
                ? oneOf("02", "19", "20", "21", "22", "23", "31", "36", "37", "38", "39")
                : oneOf("02", "20", "31", "32", "33", "34", "35", "36", "37", "38", "39");
        return provided(
                "StopProducten",
                group(
                        "StopProduct",
                        text("ToewijzingNummer", NUMBER).optional().keep(),
                        product(law).optional(),
                        text("ToewijzingIngangsdatum", DATE).optional(),
                        text("Begindatum", DATE).keep(),
                        text("RedenBeeindiging", reason).keep(),
                        text("Einddatum", DATE).keep(),
                        text("StatusAanlevering", DELIVERY_STATUS).keep()));
    }

    private static Part provided(String name, Part product) {
        return group(
                        "Client",
                        text("Bsn", BSN).keep(),
                        birthDate(),
                        text("Geslacht", GENDER),
                        group(
                                "Naam",
                                surname("Geslachtsnaam"),
                                text("Voornamen", filled(200)).base().optional(),
                                text("Voorletters", filled(20)).base().optional()),
                        group(name, product.many().keep()).keep())
                .keep();
    }

    private static Part declaration(Law law) {
        return group(
                        "Declaratie",
                        text("DeclaratieNummer", matches("[a-zA-Z0-9]{1,12}")),
                        closedPeriod("DeclaratiePeriode"),
                        text("DeclaratieDagtekening", DATE),
                        group(
                                        "TotaalIngediendBedrag",
                                        text("TotaalBedrag", upTo(999_999_999_999L))
                                                .base()
                                                .keep(),
                                        text("DebetCredit", oneOf("C", "D"))
                                                .base()
                                                .keep())
                                .keep(),
                        group(
                                        "Clienten",
                                        group(
                                                        "Client",
                                                        text("Bsn", BSN).keep(),
                                                        group(
                                                                        "Prestaties",
                                                                        delivery(law)
                                                                                .many()
                                                                                .keep())
                                                                .keep())
                                                .many()
                                                .keep())
                                .keep())
                .keep();
    }

    private static Part delivery(Law law) {
        return group(
                "Prestatie",
                group(
                        "ProductReferentie",
                        text("ReferentieNummer", filled(20)).base(),
                        text("VorigReferentieNummer", filled(20)).base().optional()),
                text("ToewijzingNummer", NUMBER).keep(),
                text("ProductCategorie", category(law)),
                text("ProductCode", filled(5)),
                closedPeriod("ProductPeriode").keep(),
                text("GeleverdVolume", EIGHT_DIGITS).keep(),
                text("Eenheid", UNIT).keep(),
                text("ProductTarief", EIGHT_DIGITS).optional(),
                group(
                                "IngediendBedrag",
                                text("Bedrag", EIGHT_DIGITS).base().keep(),
                                text("DebetCredit", oneOf("C", "D")).base().keep())
                        .keep());
    }

    private static Part product(Law law) {
        return group(
                "Product",
                text("Categorie", category(law)).base().keep(),
                text("Code", filled(5)).base().optional().keep());
    }

    private static Predicate<String> category(Law law) {
        return law == Law.WMO ? range(1, 18) : range(31, 38).or(range(40, 55));
    }

    private static Part birthDate() {
        return group(
                "Geboortedatum",
                text("Datum", DATE).base().keep(),
                text("DatumGebruik", oneOf("1", "2", "3")).base().optional());
    }

    private static Part fullName() {
        return group(
                "Naam",
                surname("Geslachtsnaam"),
                surname("Partnernaam").optional(),
                text("Voornamen", filled(200)).base().optional(),
                text("Voorletters", filled(20)).base().optional(),
                text("NaamGebruik", FILLED).base());
    }

    private static Part surname(String name) {
        return group(
                        name,
                        text("Achternaam", filled(200)).base(),
                        text("Voorvoegsel", filled(10)).base().optional())
                .base();
    }

    private static Part contact() {
        return group(
                "Contact",
                text("Soort", range(1, 4)).keep(),
                group(
                                "Adres",
                                group(
                                                "Huis",
                                                text("Huisnummer", upTo(99_999))
                                                        .base()
                                                        .keep(),
                                                text("Huisletter", filled(1))
                                                        .base()
                                                        .optional()
                                                        .keep(),
                                                text("HuisnummerToevoeging", filled(4))
                                                        .base()
                                                        .optional()
                                                        .keep(),
                                                text("AanduidingWoonadres", FILLED)
                                                        .base()
                                                        .optional())
                                        .base()
                                        .optional()
                                        .keep(),
                                text("Postcode", filled(8)).base().optional().keep(),
                                text("Straatnaam", FILLED).base().optional(),
                                text("Plaatsnaam", FILLED).base().optional(),
                                text("LandCode", FILLED).base().optional())
                        .optional()
                        .keep(),
                text("Organisatie", FILLED).optional(),
                group(
                                "Telefoon",
                                telephone("Telefoon01"),
                                telephone("Telefoon02").optional())
                        .optional(),
                text("Emailadres", FILLED).optional(),
                group(
                                "Periode",
                                text("Begindatum", DATE).base().optional(),
                                text("Einddatum", DATE).base().optional())
                        .optional());
    }

    private static Part telephone(String name) {
        return group(
                        name,
                        text("Telefoonnummer", FILLED).base(),
                        text("Landnummer", FILLED).base())
                .base();
    }

    private static Part closedPeriod(String name) {
        return group(
                name,
                text("Begindatum", DATE).base().keep(),
                text("Einddatum", DATE).base().keep());
    }

    private static Predicate<String> matches(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }

    private static Predicate<String> oneOf(String... values) {
        return Set.of(values)::contains;
    }

    /** Two digits, from and to included. */
    private static Predicate<String> range(int from, int to) {
        return matches("[0-9]{2}").and(text -> Integer.parseInt(text) >= from && Integer.parseInt(text) <= to);
    }

    private static Predicate<String> filled(int length) {
        return FILLED.and(text -> text.length() <= length);
    }

    private static Predicate<String> upTo(long most) {
        Predicate<String> digits = matches("\\s*\\+?[0-9]{1,18}\\s*");
        return digits.and(text -> Long.parseLong(text.strip()) <= most);
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text.strip()).getYear() >= 1;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isTime(String text) {
        try {
            return LocalTime.parse(text.strip()) != null && text.strip().length() >= 8;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
