package nl.buurtbundel.intake;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.AddressPlace;
import nl.buurtbundel.neighbourhood.KeyFigures;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.provision.AllocationNumber;
import nl.buurtbundel.provision.ConsentCommand;
import nl.buurtbundel.provision.ContractForm;
import nl.buurtbundel.provision.HouseholdCommand;
import nl.buurtbundel.provision.HouseholdRole;
import nl.buurtbundel.provision.Law;
import nl.buurtbundel.provision.Need;
import nl.buurtbundel.provision.PostalAddress;
import nl.buurtbundel.provision.Price;
import nl.buurtbundel.provision.ProviderCode;
import nl.buurtbundel.provision.ProvisionWithoutMessageCommand;
import nl.buurtbundel.provision.TariffCommand;
import nl.buurtbundel.provision.Unit;
import org.jspecify.annotations.Nullable;

/** The tables that come beside the messages: addresses and key figures of CBS, and registers of the municipality. */
final class Tables {
    private static final Pattern YEAR = Pattern.compile("20[0-9]{2}");
    private static final Pattern BARE_CODE = Pattern.compile("[0-9]{1,8}");
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z]{1,5}");

    private final MunicipalityCode municipality;
    private final TableReader reader;

    Tables(MunicipalityCode municipality, IntakeLimits limits) {
        this.municipality = municipality;
        this.reader = new TableReader(limits);
    }

    /** CBS publishes the whole country in one file: rows of other municipalities are passed over. */
    TableReader.Table<AddressPlace> addresses(String file, InputStream in) {
        return reader.read(file, in, List.of("pc6", "huisnummer", "buurt*", "gemeente*"), row -> {
            if (!municipality.value().equals(code(row, "gemeente*", "GM", 4))) {
                return Optional.empty();
            }
            return Optional.of(new AddressPlace(
                    row.postcode("pc6"), row.number("huisnummer", 1, 99_999), neighbourhood(row, "buurt*")));
        });
    }

    TableReader.Table<KeyFigures> keyFigures(String file, InputStream in) {
        Matcher year = YEAR.matcher(file);
        if (!year.find()) {
            throw new Refused(file, 0, "", "key-figures-year");
        }
        int published = Integer.parseInt(year.group());
        return reader.read(file, in, List.of("gwb_code_10", "regio", "recs", "a_inw", "a_hh"), row -> {
            if (!"Buurt".equals(row.required("recs"))) {
                return Optional.empty();
            }
            NeighbourhoodCode code = neighbourhood(row, "gwb_code_10");
            if (!code.municipality().equals(municipality)) {
                return Optional.empty();
            }
            return Optional.of(new KeyFigures(
                    code,
                    row.required("regio"),
                    published,
                    figure(row, "a_inw"),
                    figure(row, "a_hh"),
                    figure(row, "a_hh_m_k"),
                    figure(row, "a_00_14"),
                    figure(row, "a_65_oo")));
        });
    }

    TableReader.Table<TariffCommand> tariffs(String file, InputStream in) {
        List<String> columns = List.of(
                "aanbieder",
                "wet",
                "categorie",
                "productcode",
                "eenheid",
                "tarief",
                "contractvorm",
                "geldig_van",
                "geldig_tot");
        return reader.read(
                file,
                in,
                columns,
                row -> Optional.of(new TariffCommand(
                        new ProviderCode(row.matching("aanbieder", ProviderCode::isValid)),
                        row.oneOf("wet", Tables::lawWithMessages),
                        row.matching("categorie", value -> value.matches("[0-9]{2}")),
                        row.optional("productcode").isEmpty()
                                ? null
                                : row.matching(
                                        "productcode",
                                        value -> CODE.matcher(value).matches()),
                        price(row),
                        row.period("geldig_van", "geldig_tot"))));
    }

    TableReader.Table<ProvisionWithoutMessageCommand> provisions(String file, InputStream in) {
        List<String> columns = List.of(
                "nummer",
                "wet",
                "vorm",
                "hulpvraag",
                "bsn",
                "geboortedatum",
                "postcode",
                "huisnummer",
                "ingangsdatum",
                "einddatum",
                "jaarbedrag",
                "taakveld");
        return reader.read(file, in, columns, row -> {
            Law law = row.oneOf("wet", Law::find);
            return Optional.of(new ProvisionWithoutMessageCommand(
                    AllocationNumber.ofRegister(law, row.matching("nummer", AllocationNumber::isValid)),
                    row.oneOf("vorm", form -> ContractForm.find(form).filter(found -> !found.isWithProvider())),
                    row.oneOf("hulpvraag", Need::find),
                    row.bsn("bsn"),
                    row.date("geboortedatum").getYear(),
                    address(row),
                    row.period("ingangsdatum", "einddatum"),
                    row.amount("jaarbedrag"),
                    row.optional("taakveld").isEmpty()
                            ? null
                            : row.matching("taakveld", value -> value.matches("[0-9]{1,2}\\.[0-9]{1,3}[a-z]?"))));
        });
    }

    TableReader.Table<HouseholdCommand> households(String file, InputStream in) {
        return reader.read(
                file,
                in,
                List.of("huishouden", "bsn", "rol"),
                row -> Optional.of(new HouseholdCommand(
                        row.matching("huishouden", AllocationNumber::isValid),
                        row.bsn("bsn"),
                        row.oneOf("rol", HouseholdRole::find))));
    }

    TableReader.Table<ConsentCommand> consents(String file, InputStream in) {
        return reader.read(file, in, List.of("bsn", "van_wet", "voor_wet", "gegeven_op", "ingetrokken_op"), row -> {
            Period given = row.period("gegeven_op", "ingetrokken_op");
            return Optional.of(new ConsentCommand(
                    row.bsn("bsn"),
                    row.oneOf("van_wet", Law::find),
                    row.oneOf("voor_wet", Law::find),
                    given.firstDay(),
                    given.lastDay()));
        });
    }

    private static Optional<Law> lawWithMessages(String name) {
        return Law.find(name).filter(law -> law != Law.PARTICIPATIEWET);
    }

    private static Price price(TableRow row) {
        ContractForm form =
                row.oneOf("contractvorm", code -> ContractForm.find(code).filter(ContractForm::isWithProvider));
        if (form == ContractForm.LUMP_SUM) {
            if (!row.optional("tarief").isEmpty()) {
                throw new TableRow.Wrong("tarief", "lump-sum-without-price");
            }
            return new Price(form, null, null);
        }
        Money amount = row.amountAboveZero("tarief");
        if (form == ContractForm.PER_TRAJECTORY && row.optional("eenheid").isEmpty()) {
            return new Price(form, null, amount);
        }
        return new Price(form, row.oneOf("eenheid", code -> Unit.find(code).filter(unit -> unit != Unit.EURO)), amount);
    }

    /** An address that cannot be placed is no reason to refuse a row: the provision goes to the repair list. */
    private static @Nullable PostalAddress address(TableRow row) {
        String number = row.optional("huisnummer");
        if (!number.matches("[0-9]{1,5}")) {
            return null;
        }
        return PostalAddress.find(
                        row.optional("postcode"),
                        Integer.parseInt(number),
                        row.optional("huisletter"),
                        row.optional("toevoeging"))
                .orElse(null);
    }

    private static NeighbourhoodCode neighbourhood(TableRow row, String column) {
        String code = code(row, column, "BU", 8);
        if (!NeighbourhoodCode.isValid(code)) {
            throw new TableRow.Wrong(column, "neighbourhood-code");
        }
        return new NeighbourhoodCode(code);
    }

    /** Older files have a bare number where newer ones have the whole code. */
    private static String code(TableRow row, String column, String prefix, int digits) {
        String value = row.required(column).toUpperCase(Locale.ROOT);
        return BARE_CODE.matcher(value).matches() && value.length() <= digits
                ? prefix + "0".repeat(digits - value.length()) + value
                : value;
    }

    /** A point means unknown or secret, which is not zero. */
    private static @Nullable Integer figure(TableRow row, String column) {
        String value = row.optional(column);
        if (value.isEmpty() || ".".equals(value)) {
            return null;
        }
        return row.number(column, 0, 99_999_999);
    }
}
