package nl.buurtbundel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.foundation.EarlierTime;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import nl.buurtbundel.foundation.ui.ActionDialog;
import nl.buurtbundel.foundation.ui.DayField;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "nl.buurtbundel", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** The house, floor by floor, in walking order. */
    private static final List<String> ROOMS = List.of(
            "recompute",
            "money",
            "foundation",
            "neighbourhood",
            "access",
            "ledger",
            "provision",
            "intake",
            "opportunity",
            "catalogue",
            "planner",
            "suggestion",
            "initiative",
            "assessment",
            "budget",
            "decision",
            "release",
            "spending",
            "outcome",
            "signal",
            "household",
            "shell");

    private static DescribedPredicate<JavaClass> areNeitherTheJdkNor(String... rooms) {
        return new DescribedPredicate<>("are neither of the JDK nor of " + List.of(rooms)) {
            @Override
            public boolean test(JavaClass used) {
                return !used.getPackageName().startsWith("java.")
                        && !used.getPackageName().startsWith("org.jspecify")
                        && !used.isPrimitive()
                        && !used.isArray()
                        && !List.of(rooms).contains(room(used));
            }
        };
    }

    @ArchTest
    static final ArchRule a_room_uses_only_rooms_before_it = classes()
            .should(new ArchCondition<>("use only earlier rooms") {
                @Override
                public void check(JavaClass user, ConditionEvents events) {
                    int own = ROOMS.indexOf(room(user));
                    user.getDirectDependenciesFromSelf().stream()
                            .filter(use -> use.getTargetClass().getPackageName().startsWith("nl.buurtbundel."))
                            .filter(use -> ROOMS.indexOf(room(use.getTargetClass())) > own)
                            .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
                }
            })
            .because("data walks one way through the house");

    @ArchTest
    static final ArchRule every_package_is_a_room_of_the_house = classes()
            .should(new ArchCondition<>("live in a room") {
                @Override
                public void check(JavaClass inhabitant, ConditionEvents events) {
                    if (!ROOMS.contains(room(inhabitant))) {
                        events.add(SimpleConditionEvent.violated(inhabitant, inhabitant.getName() + " has no room"));
                    }
                }
            });

    @ArchTest
    static final ArchRule the_planner_uses_money_only = noClasses()
            .that()
            .resideInAPackage("..planner..")
            .should()
            .dependOnClassesThat(areNeitherTheJdkNor("money", "planner"))
            .allowEmptyShould(true)
            .because("others can use it on its own");

    @ArchTest
    static final ArchRule what_reckons_again_uses_the_jdk_only = noClasses()
            .that()
            .resideInAPackage("..recompute..")
            .should()
            .dependOnClassesThat(areNeitherTheJdkNor("recompute"))
            .because("a mistake of the product must not be repeated by what checks it");

    @ArchTest
    static final ArchRule what_reckons_again_is_used_by_nobody = noClasses()
            .that()
            .resideOutsideOfPackage("..recompute..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..recompute..")
            .because("it is a program of its own");

    @ArchTest
    static final ArchRule only_the_demo_tells_what_happened_before = noClasses()
            .that()
            .resideOutsideOfPackages("..foundation..", "..shell..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(EarlierTime.class)
            .because("nothing that counts is ever dated back");

    @ArchTest
    static final ArchRule a_day_is_chosen_in_the_readers_language = noClasses()
            .that()
            .doNotBelongToAnyOf(DayField.class)
            .should()
            .dependOnClassesThat(new DescribedPredicate<>("pick a moment in another way") {
                @Override
                public boolean test(JavaClass used) {
                    return used.isEquivalentTo(DateTimePicker.class);
                }
            })
            .orShould()
            .callConstructorWhere(new DescribedPredicate<>("it makes a DatePicker of its own") {
                @Override
                public boolean test(JavaConstructorCall call) {
                    return call.getTargetOwner().isEquivalentTo(DatePicker.class);
                }
            })
            .because("the library’s own speaks English and begins the week on Sunday");

    @ArchTest
    static final ArchRule a_dialog_opens_once = noClasses()
            .that()
            .doNotBelongToAnyOf(ActionDialog.class)
            .should()
            .callConstructorWhere(new DescribedPredicate<>("it makes a Dialog of its own") {
                @Override
                public boolean test(JavaConstructorCall call) {
                    return call.getTargetOwner().isEquivalentTo(Dialog.class);
                }
            })
            .because("a double click would open it twice");

    @ArchTest
    static final ArchRule entities_stay_inside_their_room = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .bePackagePrivate()
            .because("other rooms get records");

    @ArchTest
    static final ArchRule fields_of_entities_are_private = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .and(new DescribedPredicate<>("hold state") {
                @Override
                public boolean test(com.tngtech.archunit.core.domain.JavaField field) {
                    return !field.getName().startsWith("_persistence")
                            && !field.getModifiers().contains(JavaModifier.STATIC);
                }
            })
            .should()
            .bePrivate()
            .because("a field assigned from another class is not written to the database, without an error");

    @ArchTest
    static final ArchRule only_services_talk_to_the_database = noClasses()
            .that()
            .resideInAPackage("..ui..")
            .or()
            .resideInAPackage("..shell..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class)
            .orShould()
            .beAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule every_public_method_of_a_service_asks_for_rights = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Transactional.class)
            .and()
            .areDeclaredInClassesThat()
            .areNotAnnotatedWith(WithoutAccessCheck.class)
            .and()
            .areNotAnnotatedWith(WithoutAccessCheck.class)
            .and(new DescribedPredicate<>("are not static") {
                @Override
                public boolean test(JavaMethod method) {
                    return !method.getModifiers().contains(JavaModifier.STATIC);
                }
            })
            .should(new ArchCondition<>("ask Access, themselves or through a method of the same class") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    if (!asksForRights(method, new HashSet<>())) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " asks no rights"));
                    }
                }
            });

    @ArchTest
    static final ArchRule money_is_never_floating = noClasses()
            .that()
            .resideInAnyPackage("..money..", "..ledger..", "..budget..", "..decision..", "..release..", "..spending..")
            .and()
            .resideOutsideOfPackages("..ui..")
            .and(new DescribedPredicate<>("hold money and not a picture of a receipt") {
                @Override
                public boolean test(JavaClass holder) {
                    return !Set.of("ReceiptPicture", "ReceiptDocument", "Orientation")
                            .contains(holder.getSimpleName());
                }
            })
            .should()
            .dependOnClassesThat(new DescribedPredicate<>("are floating-point numbers") {
                @Override
                public boolean test(JavaClass used) {
                    return Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                            .contains(used.getName());
                }
            });

    @ArchTest
    static final ArchRule work_for_later_shares_nothing_with_the_request = noClasses()
            .that()
            .resideOutsideOfPackage("..shell..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ManagedExecutorService.class)
            .because(
                    "a task of the server’s executor shares the entity managers of who hands it over, and closes them");

    @ArchTest
    static final ArchRule time_is_injected = noClasses()
            .that()
            .doNotHaveSimpleName("ClockProducer")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    /** A query of one room that names an entity of another would tie two rooms together behind their services' backs. */
    @Test
    void queries_name_entities_of_their_own_room_only() throws IOException {
        Path sources = Path.of("src/main/java/nl/buurtbundel");
        Map<String, String> roomOfEntity = new HashMap<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(sources)) {
            files = walk.filter(file -> file.toString().endsWith(".java")).toList();
        }
        Pattern entity = Pattern.compile("@Entity\\b(?s:.*?)class (\\w+)");
        for (Path file : files) {
            Matcher found = entity.matcher(read(file));
            if (found.find()) {
                roomOfEntity.put(
                        found.group(1), sources.relativize(file).getName(0).toString());
            }
        }
        Pattern named = Pattern.compile("(?:from|join|update|into)\\s+([A-Z]\\w+)\\b");
        List<String> strangers = new ArrayList<>();
        for (Path file : files) {
            String room = sources.relativize(file).getName(0).toString();
            Matcher found = named.matcher(read(file).replaceAll("\"\\s*\\+\\s*\"", ""));
            while (found.find()) {
                String owner = roomOfEntity.get(found.group(1));
                if (owner != null && !owner.equals(room)) {
                    strangers.add(file + " names " + found.group(1) + " of " + owner);
                }
            }
        }
        Assertions.assertThat(roomOfEntity).isNotEmpty();
        Assertions.assertThat(strangers).isEmpty();
    }

    private static boolean asksForRights(JavaMethod method, Set<String> seen) {
        if (!seen.add(method.getFullName())) {
            return false;
        }
        return method.getMethodCallsFromSelf().stream().anyMatch(call -> {
            JavaClass owner = call.getTargetOwner();
            if (owner.isEquivalentTo(Access.class)) {
                return call.getName().startsWith("require") || call.getName().equals("may");
            }
            return owner.equals(method.getOwner())
                    && call.getTarget()
                            .resolveMember()
                            .filter(JavaMethod.class::isInstance)
                            .map(JavaMethod.class::cast)
                            .filter(target -> asksForRights(target, seen))
                            .isPresent();
        });
    }

    private static String room(JavaClass inhabitant) {
        String name = inhabitant.getPackageName();
        String below = name.length() > "nl.buurtbundel.".length() ? name.substring("nl.buurtbundel.".length()) : "";
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
