package io.copytaster.systemtests.guarantee;

/**
 * One request that a receiver answered.
 *
 * @param webhookId the header {@code webhook-id}
 * @param articleId the article in the body
 * @param revisionId the revision in the body
 * @param body the bytes as text
 * @param verified whether the signature held
 * @param accepted whether the receiver said 2xx; otherwise another attempt is due
 */
public record ReceivedWebhook(
        String webhookId, String articleId, String revisionId, String body, boolean verified, boolean accepted) {}
