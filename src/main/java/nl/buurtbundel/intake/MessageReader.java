package nl.buurtbundel.intake;

import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.provision.AllocationCommand;
import nl.buurtbundel.provision.AllocationNumber;
import nl.buurtbundel.provision.Bsn;
import nl.buurtbundel.provision.DeclaredCostCommand;
import nl.buurtbundel.provision.Extent;
import nl.buurtbundel.provision.Frequency;
import nl.buurtbundel.provision.Law;
import nl.buurtbundel.provision.PostalAddress;
import nl.buurtbundel.provision.ProviderCode;
import nl.buurtbundel.provision.ProvisionCommand;
import nl.buurtbundel.provision.StartCommand;
import nl.buurtbundel.provision.StopCommand;
import nl.buurtbundel.provision.Unit;
import org.jspecify.annotations.Nullable;

/** Makes commands of one message of iWmo or iJw 3.2, or refuses the message as a whole. */
final class MessageReader {
    private static final String REMOVED_DELIVERY = "3";
    private static final String REMOVED_ALLOCATION = "13";
    /** The home address first, then where somebody stays; never an address for letters only. */
    private static final List<String> ADDRESS_KINDS = List.of("01", "03", "04");

    private static final Set<Unit> UNITS_BY_THE_DAY = Set.of(Unit.MINUTE, Unit.HOUR);

    private final MunicipalityCode municipality;
    private final IntakeLimits limits;

    MessageReader(MunicipalityCode municipality, IntakeLimits limits) {
        this.municipality = municipality;
        this.limits = limits;
    }

    /** Which message it is, without reading further than its first element. */
    MessageKind kind(String file, InputStream in) {
        try (MessageXml xml = new MessageXml(file, in, limits)) {
            return xml.type().kind();
        }
    }

    CareMessage read(String file, InputStream in) {
        try (MessageXml xml = new MessageXml(file, in, limits)) {
            MessageXml.Type type = xml.type();
            Element message = xml.read(type);
            Header header = header(file, type, message.the("Header"));
            List<ProvisionCommand> commands = switch (type.kind()) {
                case ALLOCATION -> allocations(file, header, message.the("Client"));
                case START -> starts(file, header, message.the("Client"));
                case STOP -> stops(file, header, message.the("Client"));
                case DECLARATION -> declarations(file, header, message.the("Declaratie"));
            };
            return new CareMessage(header.identity(), type.kind(), xml.digest(), commands);
        }
    }

    private Header header(String file, MessageXml.Type type, Element header) {
        String code = header.text("BerichtCode");
        String expected = type.kind().code(type.law());
        if (!code.equals(expected)) {
            throw refused(file, header.the("BerichtCode"), "BerichtCode", "wrong-message-code", code, expected);
        }
        String version = header.text("BerichtVersie") + '.' + header.text("BerichtSubversie");
        if (!"3.2".equals(version)) {
            String standard = type.law() == Law.WMO ? "iWmo" : "iJw";
            throw refused(file, header.the("BerichtVersie"), "BerichtVersie", "other-version", standard, version);
        }
        boolean fromMunicipality = type.kind() == MessageKind.ALLOCATION;
        String own = fromMunicipality ? "Afzender" : "Ontvanger";
        String other = fromMunicipality ? "Ontvanger" : "Afzender";
        if (!header.text(own).equals(municipality.messageParty())) {
            throw refused(file, header.the(own), own, "other-municipality", header.text(own));
        }
        Element identification = header.the("BerichtIdentificatie");
        LocalDate date = date(identification, "Dagtekening");
        return new Header(
                type.law(),
                new ProviderCode(header.text(other)),
                new CareMessage.Identity(code, header.text("Afzender"), identification.text("Identificatie"), date));
    }

    private static List<ProvisionCommand> allocations(String file, Header header, Element client) {
        Bsn bsn = bsn(file, client);
        int yearOfBirth = date(client.the("Geboortedatum"), "Datum").getYear();
        @Nullable PostalAddress address = address(client.the("Contactgegevens"));
        List<ProvisionCommand> commands = new ArrayList<>();
        for (Element product : client.the("ToegewezenProducten").all("ToegewezenProduct")) {
            commands.add(allocation(file, header, bsn, yearOfBirth, address, product));
        }
        return commands;
    }

    private static AllocationCommand allocation(
            String file, Header header, Bsn bsn, int yearOfBirth, @Nullable PostalAddress address, Element product) {
        Period period = period(file, product, "Ingangsdatum", "Einddatum");
        @Nullable String category = inProduct(product, "Categorie");
        @Nullable String code = inProduct(product, "Code");
        @Nullable
        Extent extent = product.find("Omvang").map(MessageReader::extent).orElse(null);
        @Nullable
        Money budget = product.findText("Budget")
                .map(cents -> Money.ofCents(number(cents)))
                .orElse(null);
        @Nullable String reason = product.findText("RedenWijziging").orElse(null);
        checkCombination(file, product, category, code, extent, budget, period);
        if (REMOVED_ALLOCATION.equals(reason) && !period.firstDay().equals(period.lastDay())) {
            throw refused(file, product, "Einddatum", "removed-needs-equal-dates");
        }
        return new AllocationCommand(
                AllocationNumber.ofMessage(header.law(), number(product.text("ToewijzingNummer"))),
                header.provider(),
                bsn,
                yearOfBirth,
                address,
                category,
                code,
                date(product, "Toewijzingsdatum").atTime(LocalTime.parse(product.text("Toewijzingstijd"))),
                period,
                reason,
                extent,
                budget);
    }

    /** Specific (product, volume), aspecific (category, with or without budget) or generic (budget only). */
    private static void checkCombination(
            String file,
            Element product,
            @Nullable String category,
            @Nullable String code,
            @Nullable Extent extent,
            @Nullable Money budget,
            Period period) {
        if (code != null) {
            if (extent == null) {
                throw refused(file, product, "Omvang", "specific-needs-volume");
            }
            if (budget != null) {
                throw refused(file, product, "Budget", "specific-without-budget");
            }
            checkExtent(file, product.the("Omvang"), extent, period);
            return;
        }
        if (extent != null) {
            throw refused(file, product, "Omvang", "volume-needs-product");
        }
        if (category == null && budget == null) {
            throw refused(file, product, "Product", "nothing-allocated");
        }
        if (budget != null && period.isOpenEnded()) {
            throw refused(file, product, "Einddatum", "budget-needs-end-date");
        }
    }

    private static void checkExtent(String file, Element element, Extent extent, Period period) {
        if (extent.frequency() == Frequency.DAY && !UNITS_BY_THE_DAY.contains(extent.unit())) {
            throw refused(file, element, "Frequentie", "unit-not-by-the-day");
        }
        if (extent.frequency() == Frequency.WEEK && period.isOpenEnded()) {
            throw refused(file, element, "Einddatum", "weekly-needs-end-date");
        }
        if (extent.unit() == Unit.EURO && extent.frequency() == Frequency.WHOLE_PERIOD && period.isOpenEnded()) {
            throw refused(file, element, "Einddatum", "trajectory-needs-end-date");
        }
    }

    private static List<ProvisionCommand> starts(String file, Header header, Element client) {
        Bsn bsn = bsn(file, client);
        List<ProvisionCommand> commands = new ArrayList<>();
        for (Element product : client.the("StartProducten").all("StartProduct")) {
            commands.add(new StartCommand(
                    allocationNumber(file, header, product),
                    header.provider(),
                    bsn,
                    date(product, "Begindatum"),
                    header.identity().date(),
                    isRemoved(product)));
        }
        return commands;
    }

    private static List<ProvisionCommand> stops(String file, Header header, Element client) {
        Bsn bsn = bsn(file, client);
        List<ProvisionCommand> commands = new ArrayList<>();
        for (Element product : client.the("StopProducten").all("StopProduct")) {
            Period delivered = period(file, product, "Begindatum", "Einddatum");
            commands.add(new StopCommand(
                    allocationNumber(file, header, product),
                    header.provider(),
                    bsn,
                    lastDay(delivered),
                    product.text("RedenBeeindiging"),
                    header.identity().date(),
                    isRemoved(product)));
        }
        return commands;
    }

    private static List<ProvisionCommand> declarations(String file, Header header, Element declaration) {
        List<ProvisionCommand> commands = new ArrayList<>();
        Money total = Money.ZERO;
        for (Element client : declaration.the("Clienten").all("Client")) {
            Bsn bsn = bsn(file, client);
            for (Element delivery : client.the("Prestaties").all("Prestatie")) {
                Money amount = amount(delivery.the("IngediendBedrag"), "Bedrag");
                total = total.plus(amount);
                commands.add(new DeclaredCostCommand(
                        allocationNumber(file, header, delivery),
                        header.provider(),
                        bsn,
                        period(file, delivery.the("ProductPeriode"), "Begindatum", "Einddatum"),
                        number(delivery.text("GeleverdVolume")),
                        unit(delivery),
                        amount));
            }
        }
        Element declared = declaration.the("TotaalIngediendBedrag");
        if (!total.equals(amount(declared, "TotaalBedrag"))) {
            throw refused(file, declared, "TotaalBedrag", "total-differs");
        }
        return commands;
    }

    private static Bsn bsn(String file, Element client) {
        String digits = client.text("Bsn");
        if (!Bsn.isValid(digits)) {
            throw refused(file, client.the("Bsn"), "Bsn", "bsn");
        }
        return new Bsn(digits);
    }

    private static AllocationNumber allocationNumber(String file, Header header, Element product) {
        String number = product.findText("ToewijzingNummer")
                .orElseThrow(() -> refused(file, product, "ToewijzingNummer", "no-allocation-number"));
        return AllocationNumber.ofMessage(header.law(), number(number));
    }

    private static boolean isRemoved(Element product) {
        return REMOVED_DELIVERY.equals(product.text("StatusAanlevering"));
    }

    private static @Nullable PostalAddress address(Element contacts) {
        for (String kind : ADDRESS_KINDS) {
            for (Element contact : contacts.all("Contact")) {
                if (kind.equals(contact.text("Soort"))) {
                    Optional<PostalAddress> address = contact.find("Adres").flatMap(MessageReader::postalAddress);
                    if (address.isPresent()) {
                        return address.get();
                    }
                }
            }
        }
        return null;
    }

    private static Optional<PostalAddress> postalAddress(Element address) {
        return address.find("Huis")
                .flatMap(house -> PostalAddress.find(
                        address.findText("Postcode").orElse(null),
                        Math.toIntExact(number(house.text("Huisnummer"))),
                        house.findText("Huisletter").orElse(null),
                        house.findText("HuisnummerToevoeging").orElse(null)));
    }

    private static Extent extent(Element extent) {
        Frequency frequency = Frequency.find(extent.text("Frequentie")).orElseThrow();
        return new Extent(number(extent.text("Volume")), unit(extent), frequency);
    }

    private static Unit unit(Element element) {
        return Unit.find(element.text("Eenheid")).orElseThrow();
    }

    private static Money amount(Element element, String name) {
        Money amount = Money.ofCents(number(element.text(name)));
        return "C".equals(element.text("DebetCredit")) ? amount.negated() : amount;
    }

    private static Period period(String file, Element element, String first, String last) {
        LocalDate firstDay = date(element, first);
        @Nullable
        LocalDate lastDay = element.findText(last).map(LocalDate::parse).orElse(null);
        if (lastDay != null && lastDay.isBefore(firstDay)) {
            throw refused(file, element.the(last), last, "end-before-start");
        }
        return new Period(firstDay, lastDay);
    }

    private static LocalDate lastDay(Period period) {
        @Nullable LocalDate lastDay = period.lastDay();
        return lastDay == null ? period.firstDay() : lastDay;
    }

    private static @Nullable String inProduct(Element allocated, String name) {
        return allocated
                .find("Product")
                .flatMap(product -> product.findText(name))
                .orElse(null);
    }

    private static LocalDate date(Element element, String name) {
        return LocalDate.parse(element.text(name));
    }

    private static long number(String text) {
        return Long.parseLong(text);
    }

    private static Refused refused(String file, Element element, String field, String code, String... parameters) {
        return new Refused(file, element.line(), field, code, parameters);
    }

    private record Header(Law law, ProviderCode provider, CareMessage.Identity identity) {}
}
