package nl.buurtbundel.spending;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A part of a file for the bank, small enough for both databases. */
@Entity
@Table(name = "payment_order_part")
class PaymentOrderPart {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "payment_order_part")
    @SequenceGenerator(name = "payment_order_part", sequenceName = "payment_order_part_seq", allocationSize = 50)
    private Long id;

    @Column(name = "payment_order")
    private String paymentOrder;

    @Column(name = "part_number")
    private int number;

    private byte[] content;

    protected PaymentOrderPart() {}

    PaymentOrderPart(String paymentOrder, int number, byte[] content) {
        this.paymentOrder = paymentOrder;
        this.number = number;
        this.content = content.clone();
    }

    byte[] content() {
        return content.clone();
    }
}
