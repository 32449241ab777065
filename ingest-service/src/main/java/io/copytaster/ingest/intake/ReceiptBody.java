package io.copytaster.ingest.intake;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.copytaster.ingest.receipt.Receipt;

/**
 * A receipt over HTTP.
 *
 * @param outcome accepted, duplicate, revised or withdrawn
 */
@JsonPropertyOrder({"articleId", "revision", "outcome", "revisionId", "copyGroupId"})
record ReceiptBody(String articleId, int revision, String outcome, String revisionId, String copyGroupId) {

    static ReceiptBody of(Receipt receipt) {
        return new ReceiptBody(
                receipt.articleId().value(),
                receipt.revision(),
                receipt.outcome().word(),
                receipt.revisionId().value(),
                receipt.copyGroupId().value());
    }
}
