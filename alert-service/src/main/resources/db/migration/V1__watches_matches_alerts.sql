-- The clock of the watches. Who changes a watch takes the next revision here and holds the row until commit, so that
-- revisions become visible in their own order: a reader that has seen n has seen everything below n.
CREATE TABLE watch_clock (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    revision bigint NOT NULL
);
INSERT INTO watch_clock (revision) VALUES (0);

-- What subscribers wait for. A deleted watch keeps its row as a tombstone until every matcher has surely read it.
CREATE TABLE watch (
    watch_id          text PRIMARY KEY,
    subscriber_id     text NOT NULL,
    name              text NOT NULL,
    query             text NOT NULL,
    grammar           integer NOT NULL,
    endpoint_ids      text[] NOT NULL,
    alert_on_backfill boolean NOT NULL,
    paused            boolean NOT NULL,
    disabled_reason   text NOT NULL DEFAULT '',
    revision          bigint NOT NULL UNIQUE,
    created_at        timestamptz NOT NULL,
    changed_at        timestamptz NOT NULL,
    deleted_at        timestamptz
);

CREATE INDEX watch_of_subscriber ON watch (subscriber_id, watch_id) WHERE deleted_at IS NULL;
CREATE INDEX watch_deleted ON watch (deleted_at) WHERE deleted_at IS NOT NULL;

-- Every match that came from news.watch-matched, with what became of it: matches = alerting + folded + withheld.
CREATE TABLE match (
    match_id       text PRIMARY KEY,
    subscriber_id  text NOT NULL,
    watch_id       text NOT NULL,
    watch_revision bigint NOT NULL,
    article_id     text NOT NULL,
    revision_id    text NOT NULL,
    outcome        text NOT NULL CHECK (outcome IN ('alerting', 'folded', 'withheld')),
    -- Why it was withheld; empty otherwise.
    reason         text NOT NULL DEFAULT '',
    -- The alert that tells of it; absent when withheld.
    alert_id       text,
    matched_at     timestamptz NOT NULL,
    decided_at     timestamptz NOT NULL,
    CHECK ((outcome = 'withheld') = (alert_id IS NULL)),
    CHECK ((outcome = 'withheld') = (reason <> ''))
);

CREATE INDEX match_of_watch ON match (subscriber_id, watch_id, decided_at);
CREATE INDEX match_of_article ON match (subscriber_id, article_id);
CREATE INDEX match_of_alert ON match (alert_id);
CREATE INDEX match_decided ON match (decided_at);

-- The clock of the alerts, for cursors; as watch_clock.
CREATE TABLE alert_clock (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    position bigint NOT NULL
);
INSERT INTO alert_clock (position) VALUES (0);

-- Decisions to tell somebody.
CREATE TABLE alert (
    alert_id            text PRIMARY KEY,
    subscriber_id       text NOT NULL,
    watch_id            text NOT NULL,
    watch_name          text NOT NULL,
    watch_revision      bigint NOT NULL,
    kind                text NOT NULL,
    trigger             text NOT NULL,
    story_or_article_id text NOT NULL,
    article             text NOT NULL,
    reasons             text NOT NULL,
    reasons_omitted     integer NOT NULL,
    -- Matches folded into it beside its own.
    folded              integer NOT NULL DEFAULT 0,
    position            bigint NOT NULL UNIQUE,
    raised_at           timestamptz NOT NULL,
    -- When news.alert-raised had it: published first, marked afterwards.
    published_at        timestamptz
);

CREATE INDEX alert_of_subscriber ON alert (subscriber_id, position);
CREATE INDEX alert_of_watch ON alert (subscriber_id, watch_id, position);
CREATE INDEX alert_unpublished ON alert (position) WHERE published_at IS NULL;
CREATE INDEX alert_raised ON alert (raised_at);
