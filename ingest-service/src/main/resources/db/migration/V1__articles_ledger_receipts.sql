-- ingest-service: what was taken in, what became of every item, and what the senders were told.

-- One row per article: the latest revision by order of the log, and what is known beside the text.
create table article (
    article_id         text primary key,
    latest_revision_id text not null,
    url                text,
    canonical_url      text,
    publisher          text,
    client_id          text,
    language           text,
    byline             text,
    published_at       timestamptz,
    first_seen_at      timestamptz not null,
    changed_at         timestamptz not null
);

create index article_changed_at on article (changed_at);

-- One row per revision and its first place on the log: the order in which every consumer sees the chain.
create table article_revision (
    revision_id          text primary key,
    article_id           text not null,
    previous_revision_id text,
    revision             integer not null,
    change               text not null check (change in ('NEW', 'REVISED', 'WITHDRAWN')),
    content_hash         text not null,
    copy_group_id        text not null,
    ingested_at          timestamptz not null,
    stream               text not null,
    stream_partition     integer not null,
    stream_offset        bigint not null
);

create index article_revision_article on article_revision (article_id);

-- Other names that lead to an article: a sender's own ids, and URLs that later rules map to an article known already.
create table article_alias (
    alias      text primary key,
    article_id text not null,
    created_at timestamptz not null
);

create index article_alias_article on article_alias (article_id);

-- One row per item, revision and outcome; a repeat is counted as a sighting. position gives the order of changes.
create table ledger (
    source           text not null,
    item             text not null,
    revision_id      text not null default '',
    outcome          text not null check (outcome in
        ('pending', 'published', 'revised', 'duplicate', 'filtered', 'rejected', 'quarantined', 'withdrawn')),
    position         bigint not null,
    article_id       text,
    revision         integer,
    url              text,
    reason           text not null,
    sightings        bigint not null,
    first_seen_at    timestamptz not null,
    last_seen_at     timestamptz not null,
    stream           text,
    stream_partition integer,
    stream_offset    bigint,
    primary key (source, item, revision_id, outcome)
);

create unique index ledger_position on ledger (position);
create index ledger_article on ledger (article_id, position);
create index ledger_revision on ledger (revision_id) where revision_id <> '';
create index ledger_outcome on ledger (outcome, position);
create index ledger_url on ledger (url, position) where url is not null;
create index ledger_last_seen_at on ledger (last_seen_at);

-- One row: the position of the latest change, and what came in and went out since the beginning. Changed last in each
-- transaction and locked until its commit, so that positions become visible in their order. Survives the purge.
create table ledger_total (
    only_row    boolean primary key default true check (only_row),
    position    bigint not null default 0,
    taken       bigint not null default 0,
    pending     bigint not null default 0,
    published   bigint not null default 0,
    revised     bigint not null default 0,
    duplicate   bigint not null default 0,
    filtered    bigint not null default 0,
    rejected    bigint not null default 0,
    quarantined bigint not null default 0,
    withdrawn   bigint not null default 0
);

insert into ledger_total default values;

-- Receipts that are told again when a request is repeated with its Idempotency-Key.
create table receipt (
    caller          text not null,
    idempotency_key text not null,
    request_digest  text not null,
    article_id      text not null,
    revision        integer not null,
    outcome         text not null,
    revision_id     text not null,
    copy_group_id   text not null,
    created_at      timestamptz not null,
    primary key (caller, idempotency_key)
);

create index receipt_created_at on receipt (created_at);
