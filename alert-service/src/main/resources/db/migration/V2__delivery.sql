-- Where subscribers want to be told. A removed endpoint keeps its row, without its secret, because its deliveries name it.
CREATE TABLE endpoint (
    endpoint_id          text PRIMARY KEY,
    subscriber_id        text NOT NULL,
    name                 text NOT NULL,
    url                  text NOT NULL,
    client_errors        text NOT NULL CHECK (client_errors IN ('RETRY', 'REFUSE')),
    secret               bytea,
    state                text NOT NULL CHECK (state IN ('enabled', 'paused', 'disabled')),
    state_reason         text NOT NULL,
    -- Sequence number of the last message made for it; a counter row, so numbers follow commits.
    last_sequence        bigint NOT NULL DEFAULT 0,
    -- Until when it asked to be left alone (Retry-After).
    paused_until         timestamptz,
    consecutive_failures integer NOT NULL DEFAULT 0,
    ever_delivered       boolean NOT NULL DEFAULT false,
    created_at           timestamptz NOT NULL,
    changed_at           timestamptz NOT NULL,
    removed_at           timestamptz,
    CHECK (removed_at IS NOT NULL OR secret IS NOT NULL)
);

CREATE INDEX endpoint_of_subscriber ON endpoint (subscriber_id, created_at, endpoint_id) WHERE removed_at IS NULL;

-- One message for one endpoint, from the first try to the end.
CREATE TABLE delivery (
    delivery_id      text PRIMARY KEY,
    subscriber_id    text NOT NULL,
    endpoint_id      text NOT NULL REFERENCES endpoint,
    type             text NOT NULL,
    subject          text NOT NULL,
    kind             text NOT NULL,
    trigger          text NOT NULL,
    occurred_at      timestamptz NOT NULL,
    state            text NOT NULL CHECK (state IN ('pending', 'sending', 'delivered', 'exhausted', 'cancelled')),
    reason           text NOT NULL DEFAULT '',
    -- Both are given by the first claim: from then on the message is what it is.
    sequence         bigint,
    body             bytea,
    -- Attempts ever made, and attempts made since the schedule last began (a redelivery begins it anew).
    attempts         integer NOT NULL DEFAULT 0,
    round_attempts   integer NOT NULL DEFAULT 0,
    last_status      integer,
    due_at           timestamptz NOT NULL,
    lease_owner      text,
    lease_token      uuid,
    lease_until      timestamptz,
    created_at       timestamptz NOT NULL,
    finished_at      timestamptz,
    -- Whether news.delivery-finished has it: published first, marked afterwards.
    finish_published boolean NOT NULL DEFAULT false,
    CHECK ((body IS NULL) = (sequence IS NULL)),
    CHECK ((state = 'sending') = (lease_token IS NOT NULL)),
    CHECK ((state IN ('delivered', 'exhausted', 'cancelled')) = (finished_at IS NOT NULL)),
    UNIQUE (endpoint_id, sequence)
);

CREATE INDEX delivery_due ON delivery (endpoint_id, due_at) WHERE state = 'pending';
CREATE INDEX delivery_due_first ON delivery (due_at) WHERE state = 'pending';
CREATE INDEX delivery_leased ON delivery (lease_until) WHERE state = 'sending';
CREATE INDEX delivery_unpublished ON delivery (finished_at) WHERE finished_at IS NOT NULL AND NOT finish_published;
CREATE INDEX delivery_of_subscriber ON delivery (subscriber_id, created_at DESC, delivery_id DESC);
CREATE INDEX delivery_of_endpoint ON delivery (endpoint_id, created_at DESC, delivery_id DESC);

-- The alerts that a delivery tells of. Those that came after the first claim are listed and not in its message.
CREATE TABLE delivery_alert (
    delivery_id   text NOT NULL REFERENCES delivery ON DELETE CASCADE,
    alert_id      text NOT NULL,
    subscriber_id text NOT NULL,
    -- Keeps the order in which the alerts joined.
    position      integer NOT NULL,
    -- What the message says of the alert, as JSON; emptied when the message is made.
    content       text NOT NULL,
    in_message    boolean NOT NULL,
    added_at      timestamptz NOT NULL,
    PRIMARY KEY (delivery_id, alert_id)
);

CREATE INDEX delivery_alert_of_alert ON delivery_alert (alert_id);

-- One HTTP request of a delivery. Late ones were answered after their lease had run out; they decide nothing.
CREATE TABLE attempt (
    attempt_token uuid PRIMARY KEY,
    delivery_id   text NOT NULL REFERENCES delivery ON DELETE CASCADE,
    subscriber_id text NOT NULL,
    number        integer NOT NULL,
    outcome       text NOT NULL CHECK (outcome IN ('delivered', 'retry', 'refused')),
    error         text,
    hint          text NOT NULL,
    detail        text NOT NULL,
    status        integer,
    excerpt       text NOT NULL,
    started_at    timestamptz NOT NULL,
    took_millis   bigint NOT NULL,
    late          boolean NOT NULL
);

CREATE INDEX attempt_of_delivery ON attempt (delivery_id, started_at);
