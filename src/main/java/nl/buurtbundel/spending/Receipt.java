package nl.buurtbundel.spending;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import nl.buurtbundel.access.UserId;

/** A receipt beside an expense. The name under which it came in is not kept: it can tell who somebody is. */
@Entity
@Table(name = "receipt")
class Receipt {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "receipt")
    @SequenceGenerator(name = "receipt", sequenceName = "receipt_seq", allocationSize = 50)
    private Long id;

    @Column(name = "opaque_id")
    private String opaqueId;

    private long expense;

    @Enumerated(EnumType.STRING)
    private ReceiptKind kind;

    private int bytes;

    @Column(name = "added_by")
    private long addedBy;

    @Column(name = "added_on")
    private LocalDate addedOn;

    protected Receipt() {}

    Receipt(ExpenseId expense, ReceiptKind kind, int bytes, UserId by, LocalDate today) {
        this.opaqueId = UUID.randomUUID().toString();
        this.expense = expense.value();
        this.kind = kind;
        this.bytes = bytes;
        this.addedBy = by.value();
        this.addedOn = today;
    }

    Long id() {
        return id;
    }

    ExpenseId expense() {
        return new ExpenseId(expense);
    }

    ReceiptKind kind() {
        return kind;
    }

    int bytes() {
        return bytes;
    }

    ReceiptSummary summary() {
        return new ReceiptSummary(new ReceiptId(opaqueId), kind);
    }
}
