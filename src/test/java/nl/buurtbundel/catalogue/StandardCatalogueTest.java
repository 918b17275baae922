package nl.buurtbundel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.RecordDocument;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;

class StandardCatalogueTest {
    private final List<CollectiveAlternative> alternatives = Catalogue.standard();

    private CollectiveAlternative creche() {
        return alternatives.stream()
                .filter(one -> one.id().equals("neighbourhood-creche"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void at_least_twelve_alternatives_with_ids_of_their_own() {
        assertThat(alternatives).hasSizeGreaterThanOrEqualTo(12);
        assertThat(alternatives).extracting(CollectiveAlternative::id).doesNotHaveDuplicates();
    }

    @Test
    void every_need_that_can_be_shared_has_an_alternative() {
        assertThat(alternatives.stream().flatMap(one -> one.needs().stream()))
                .contains(
                        "parenting-support",
                        "household-help",
                        "guidance",
                        "day-activities",
                        "transport",
                        "respite",
                        "aids",
                        "meals",
                        "debt-help")
                .doesNotContain("protected");
    }

    @Test
    void the_creche_costs_what_its_lines_add_up_to() {
        assertThat(creche().line("leaders").amount()).isEqualTo(Money.parse("78001.44"));
        assertThat(creche().line("parents").amount()).isEqualTo(Money.parse("62568.00"));
        assertThat(creche().line("room").amount()).isEqualTo(Money.parse("8096.00"));
        assertThat(creche().line("food").amount()).isEqualTo(Money.parse("5520.00"));
        assertThat(creche().startUp().yearlyShare()).isEqualTo(Money.parse("6000.00"));
        assertThat(creche().yearlyCost(1, 70)).isEqualTo(Money.parse("166665.44"));
    }

    @Test
    void every_alternative_names_a_gate_and_why_each_number_is_taken() {
        assertThat(alternatives).allSatisfy(one -> {
            assertThat(one.legalGates()).isNotEmpty();
            assertThat(one.yearlyCosts())
                    .allSatisfy(
                            line -> assertThat(line.assumption().source().nl()).isNotBlank());
        });
    }

    @Test
    void an_alternative_survives_being_written_and_read() {
        assertThat(alternatives)
                .allSatisfy(
                        one -> assertThat(RecordDocument.read(CollectiveAlternative.class, RecordDocument.write(one)))
                                .isEqualTo(one));
    }

    @Test
    void a_document_with_an_unknown_field_is_refused_by_name() {
        assertThatThrownBy(() -> RecordDocument.read(Text.class, "{\"nl\":\"a\",\"en\":\"b\",\"fr\":\"c\"}"))
                .hasMessageContaining("fr");
    }

    @Test
    void some_help_in_one_way_only_and_what_nobody_said_is_not_one_way() {
        assertThat(creche().ways()).containsExactly(Way.LEARNING, Way.CARRIED);
        assertThat(creche().helpsInOneWayOnly()).isFalse();
        assertThat(creche().withWays(List.of(Way.CARRIED)).helpsInOneWayOnly()).isTrue();
        assertThat(creche().withWays(List.of(Way.CARRIED, Way.MEANS, Way.CARRIED))
                        .ways())
                .containsExactly(Way.MEANS, Way.CARRIED);
        assertThat(alternatives).noneMatch(one -> one.ways().isEmpty());

        String kept = RecordDocument.write(creche()).replace(",\"ways\":[\"LEARNING\",\"CARRIED\"]", "");
        CollectiveAlternative old = RecordDocument.read(CollectiveAlternative.class, kept);
        assertThat(kept).doesNotContain("\"ways\"");
        assertThat(old.helpsInOneWayOnly()).isFalse();
        assertThat(old).isEqualTo(creche().withWays(List.of()));
    }

    @Test
    void a_changed_price_changes_the_cost_and_nothing_else() {
        CollectiveAlternative dearer = creche().withPrice(
                        "room", Money.ofEuros(9), creche().line("room").assumption());
        assertThat(dearer.yearlyCost(1, 70)).isEqualTo(Money.parse("167677.44"));
        assertThat(dearer.line("leaders")).isEqualTo(creche().line("leaders"));
    }

    @Test
    void shares_out_of_order_are_refused() {
        Assumption assumption = creche().uptake().assumption();
        assertThatThrownBy(() -> new ShareEstimate(3000, 2000, 4000, assumption))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.text(Messages.DUTCH)).contains("Laag"));
        assertThatThrownBy(() -> new ShareEstimate(3000, 4000, 10_001, assumption))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_share_of_households_is_rounded_half_up() {
        assertThat(ShareEstimate.of(98, 5100)).isEqualTo(50);
        assertThat(ShareEstimate.of(98, 7140)).isEqualTo(70);
        assertThat(ShareEstimate.of(98, 7650)).isEqualTo(75);
        assertThat(ShareEstimate.of(1, 5000)).isEqualTo(1);
        assertThat(ShareEstimate.of(0, 5000)).isZero();
    }

    @Test
    void every_unit_evidence_and_payer_has_words() {
        Set<String> keys = new java.util.HashSet<>();
        for (Enum<?> unit : Unit.values()) {
            keys.add("catalogue.unit." + key(unit));
        }
        for (Enum<?> per : PricePer.values()) {
            keys.add("catalogue.per." + key(per));
        }
        for (Enum<?> evidence : Evidence.values()) {
            keys.add("catalogue.evidence." + key(evidence));
        }
        for (Way way : Way.values()) {
            keys.add(way.key());
        }
        for (Enum<?> payer : Payer.values()) {
            keys.add("catalogue.payer." + key(payer));
        }
        assertThat(keys).allSatisfy(key -> {
            assertThat(Messages.has(Messages.DUTCH, key)).as(key).isTrue();
            assertThat(Messages.has(Messages.ENGLISH, key)).as(key).isTrue();
        });
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @Test
    void words_gates_sizes_and_quantities_can_be_changed_and_nothing_invalid_comes_of_it() {
        CollectiveAlternative creche = creche();
        Text name = new Text("Crèche op zaterdag", "Saturday creche");
        CollectiveAlternative changed = creche.described(
                        name, creche.summary(), List.of("respite"), creche.staysIndividual(), new Jobs(2, name))
                .withSize(new GroupSize(8, 10, 40, 2));
        assertThat(changed.serves("parenting-support")).isFalse();
        assertThat(changed.size().capacity()).isEqualTo(80);
        assertThat(changed.yearlyCosts()).isEqualTo(creche.yearlyCosts());

        CostLine leaders = creche.line("leaders");
        List<Factor> half = leaders.factors().stream()
                .map(factor -> factor.unit() == Unit.PERSONS ? Factor.of(1, Unit.PERSONS) : factor)
                .toList();
        assertThat(creche.withQuantity("leaders", half).line("leaders").amount().times(2))
                .isEqualTo(leaders.amount());
        assertThatThrownBy(() -> creche.withQuantity("leaders", List.of()))
                .isInstanceOf(IllegalArgumentException.class);

        LegalGate gate = creche.legalGates().get(0);
        assertThatThrownBy(() -> creche.withLegalGates(List.of(gate, gate))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new LegalGate("x", " ", name, name)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> creche.described(name, name, List.of(), name, creche.jobs()))
                .isInstanceOf(Refusal.class);
        assertThat(creche.copiedAs(name).id()).isEqualTo("saturday-creche");
        assertThatThrownBy(() -> creche.copiedAs(new Text("Het", "!!"))).isInstanceOf(Refusal.class);
    }
}
