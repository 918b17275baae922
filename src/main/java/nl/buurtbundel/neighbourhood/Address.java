package nl.buurtbundel.neighbourhood;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

@Entity
class Address {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "address")
    @SequenceGenerator(name = "address", sequenceName = "address_seq", allocationSize = 50)
    private Long id;

    private String postcode;

    @Column(name = "house_number")
    private int houseNumber;

    private String neighbourhood;

    protected Address() {}

    Address(AddressPlace place) {
        postcode = place.postcode();
        houseNumber = place.houseNumber();
        neighbourhood = place.neighbourhood().value();
    }

    void moveTo(NeighbourhoodCode code) {
        neighbourhood = code.value();
    }

    AddressPlace place() {
        return new AddressPlace(postcode, houseNumber, new NeighbourhoodCode(neighbourhood));
    }
}
