package nl.buurtbundel.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "user_account")
class UserAccount {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "user_account")
    @SequenceGenerator(name = "user_account", sequenceName = "user_account_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(name = "login_name")
    private String loginName;

    @Column(name = "display_name")
    private String displayName;

    private String municipality;
    private String roles;
    private String neighbourhoods;
    private @Nullable String subject;
    private boolean active;
    private boolean demo;

    protected UserAccount() {}

    UserAccount(NewUser user) {
        loginName = user.loginName();
        displayName = user.displayName();
        municipality = user.municipality().value();
        roles = user.roles().stream().map(Role::name).sorted().collect(Collectors.joining(" "));
        neighbourhoods = user.neighbourhoods().stream()
                .map(NeighbourhoodCode::value)
                .sorted()
                .collect(Collectors.joining(" "));
        subject = user.subject();
        active = true;
        demo = user.demo();
    }

    boolean isActive() {
        return active;
    }

    String loginName() {
        return loginName;
    }

    User user() {
        return new User(
                new UserId(id),
                displayName,
                new MunicipalityCode(municipality),
                words(roles).map(Role::valueOf).collect(Collectors.toSet()),
                words(neighbourhoods).map(NeighbourhoodCode::new).collect(Collectors.toSet()),
                subject);
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty());
    }
}
