package nl.buurtbundel.provision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Entity
class Consent {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "consent")
    @SequenceGenerator(name = "consent", sequenceName = "consent_seq", allocationSize = 50)
    private Long id;

    private Long person;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_law")
    private Law from;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_law")
    private Law to;

    @Column(name = "given_on")
    private LocalDate givenOn;

    @Column(name = "withdrawn_on")
    private @Nullable LocalDate withdrawnOn;

    protected Consent() {}

    Consent(PersonId person, ConsentCommand command) {
        this.person = person.value();
        this.from = command.from();
        this.to = command.to();
        this.givenOn = command.givenOn();
        this.withdrawnOn = command.withdrawnOn();
    }

    boolean isSameAs(PersonId whose, ConsentCommand command) {
        return person == whose.value()
                && from == command.from()
                && to == command.to()
                && givenOn.equals(command.givenOn());
    }

    /** A withdrawal is for good: a file without it does not bring the consent back. */
    void take(ConsentCommand command) {
        if (command.withdrawnOn() != null) {
            withdrawnOn = command.withdrawnOn();
        }
    }

    /** From the day it is withdrawn it no longer counts. */
    boolean holdsOn(LocalDate day) {
        return !day.isBefore(givenOn) && (withdrawnOn == null || day.isBefore(withdrawnOn));
    }

    PersonId person() {
        return new PersonId(person);
    }

    ConsentGiven given() {
        return new ConsentGiven(from, to);
    }
}
