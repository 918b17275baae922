package nl.buurtbundel.spending;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A part of a receipt, small enough for both databases. */
@Entity
@Table(name = "receipt_part")
class ReceiptPart {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "receipt_part")
    @SequenceGenerator(name = "receipt_part", sequenceName = "receipt_part_seq", allocationSize = 50)
    private Long id;

    private long receipt;

    @Column(name = "part_number")
    private int number;

    private byte[] content;

    protected ReceiptPart() {}

    ReceiptPart(long receipt, int number, byte[] content) {
        this.receipt = receipt;
        this.number = number;
        this.content = content.clone();
    }

    byte[] content() {
        return content.clone();
    }
}
